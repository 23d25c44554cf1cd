"""What invented speakers say: each family is one thought in several wordings.

A family is a block of lines, each a wording of the same thought with the same slots in braces
(`quotes.evaluation.retelling.grammar` fills them); `|` marks where an editor may cut. The heading
of a section lists the voices that may say its thoughts (`quotes.evaluation.retelling.topics`; n is
the outlet's own voice).
"""

from __future__ import annotations

import functools

from quotes.evaluation.retelling.opinions import OPINIONS

_FAMILIES = """
# ocepw
{T} {T.be} {J}
what we see with {T} is {J}
in my eyes, | {T} {T.be} nothing but {J}

we cannot let {K} become {J}
{K} must never turn into {J}
nobody should allow {K} to become {J}

this is {J} | for {G} in {P}
for {G} in {P}, | this is {J}
what {G} in {P} are facing is {J}

{E} is {J}, | and everyone in {P} knows it
everybody in {P} understands | that {E} is {J}

I have never seen {J} like {E} | in {R}
in {R} | I have not witnessed {J} like {E}

{G} deserve to know what happened to {T}
it is the right of {G} | to learn what became of {T}
what happened to {T} is something that {G} have a right to know

nobody told {G} about {K}
{G} were never informed of {K}
not a word about {K} | reached {G}

we have to talk about {K}, | not about {L}
the discussion has to be about {K} | rather than {L}
instead of {L}, | it is {K} that we need to discuss

{G} and {H} are paying the price for {K}
it is {G} and {H} who pay | for {K}
the bill for {K} | is being paid by {G} and {H}

I am {F} about {K}, | and so are {G}
like {G}, | I am {F} about {K}
{K} has left me {F}, | as it has {G}

there is no excuse for {K}
{K} cannot be excused
nothing excuses {K}

it is not about {T}, | it is about {S}
this is a matter of {S}, | not of {T}
what is at stake is not {T} | but {S}

without {S} | we will not {A}
we cannot {A} | unless there is {S}
if there is no {S}, | nobody will {A}

{G} have lost their {S}, | and {T} will not bring it back
the {S} of {G} is gone | and cannot be restored by {T}

{T} {T.be} like {Z} without {Y}
what is {Z} without {Y}? | that is what {T} {T.be}

my grandmother used to say that nobody buys {Z} to keep {Y} in it
nobody gets {Z} in order to put {Y} into it, | as my grandmother would say

we asked for {Z} | and they sent us {Y}
{Y} is what we were sent | when we had asked for {Z}

you do not need {Z} to see | that {K} {K.be} getting worse
one can tell without {Z} | that {K} {K.be} becoming more serious

they are trying to mend {Z} with {Y}
it is as if somebody wanted to repair {Z} by means of {Y}

{K} followed us around | like {Z} on a string
like {Z} tied to our feet, | {K} went wherever we went

first came {Z}, then came {Y}, | and now we have {K}
now it is {K}, | after {Z} and {Y} before

some call it {J}, others call it {Z} with {Y}
{J} to some people, {Z} with {Y} to others: | that is how it is seen

between {O} and {G} | there is not enough {S}
{S} is what is missing | between {O} and {G}

I spoke with {X} for {R}, | and we did not agree on {T}
{X} and I talked for {R} | without agreeing on {T}

# o
we will {A} {W}
{W} | we are going to {A}
our plan is to {A} | {W}
{A.o} will be {A.n} {W}

we have {A.n} and we will {B} {W}
{A.o} {A.has} been {A.n}, | and {W} we are going to {B}
after {A.g}, | we intend to {B} {W}

we are doing everything we can to {A}
every effort is being made | to {A}
all our efforts are directed at {A.g}

at least {N} are affected by {E}
{E} has hit | no fewer than {N}
the number of those affected by {E} | is {N} or more

we expect {N} to be affected | if {K} continues
should {K} go on, | our estimate is that {N} will be hit
unless {K} ends, | {N} could suffer

we have set aside {M} to {A}
{M} has been reserved | for {A.g}
a sum of {M} is available | so that we can {A}

it will cost {M} to {A}, | and that is money we do not have
{A.g} costs {M}, | which is more than we have
we lack the {M} | that are needed to {A}

{C} of {G} support our plan to {A}
our proposal to {A} | has the backing of {C} of {G}
among {G}, | {C} are in favour of {A.g}

we have asked {O} to {A}
{O} has been requested | to {A}
our request to {O} | is to {A}

the safety of {G} is our first concern
nothing is more important to us | than the safety of {G}
our priority is to keep {G} safe

we regret {K} | and we will do better
{K} is something we are sorry about, | and we will improve
our apologies for {K}: | we are going to do better

there is no reason for {G} to be {F}
{G} do not need to be {F}
I see no cause for {G} | to feel {F}

I take full responsibility for {K}
the responsibility for {K} | is mine alone
for {K} | I alone must answer

we will not {A} | as long as {K} {K.be} not dealt with
until something is done about {K}, | there will be no {A.g}
first {K} must be dealt with, | only then will we {A}

we are in close contact with {O} | about {T}
{O} and we are talking | about {T}
with {O} | we are discussing {T}

every one of {N} was checked | before we {A.d}
before {A.g}, | we had {N} checked

{O} gave us {R} to {A}, | and we needed only half of it
we were given {R} by {O} | to {A} but took half as long

I told {X} that we would {A}, | and we did
as I promised {X}, | {A.o} {A.was} {A.n}

our teams worked through the night to {A}
all night long | our people have been {A.g}

the decision to {A} was not taken lightly
we did not find it easy | to decide on {A.g}
{A.g} is a step | that we considered for a long time

{T} {T.has} to be {Q} | before {G} can return to normal
life cannot go back to normal for {G} | until {T} {T.be} {Q}

we are ready to talk with {O} | at any time and without conditions
whenever {O} wants to talk, | we are prepared to do so without conditions

whoever is behind {K} will be held to account
those responsible for {K} | will have to answer for it
nobody who caused {K} | will escape punishment

I want to thank {G} and {H} | for their {S} during {E}
for the {S} they showed during {E} | my thanks go to {G} and {H}

our investigation shows that {K} began | before anyone was able to {A}
{K} had already started | when the first attempts were made to {A}, according to our inquiry

we have no evidence that {E} was caused by {K}
nothing that we have found suggests | that {K} led to {E}
so far | there is no proof of {K} being behind {E}

our engineers found {Z} inside {T}, | and nobody knows how it got there
inside {T} | {Z} was discovered by our engineers, and its origin is a riddle

{T} in {P} will be opened {W} | with {Z} and {Y} on display
{W} | we are going to open {T} in {P}, where {Z} and {Y} can be seen

about {C} of {N} have been dealt with, | the rest will follow {W}
we have taken care of {C} of {N} | and will see to the others {W}

{O} offered us {M} | and we said no
we turned down {M} | that {O} had offered

each of {N} matters to us | as much as the next one
to us | every one of {N} counts the same

we are going to appoint {X} to look after {T}
{X} will be put in charge of {T}
{T} will be in the hands of {X}

the talks with {O} were friendly, | but we are still far apart on {T}
on {T} we remain far from {O}, | even though the talks were friendly

I have instructed {O} to report on {K} {W}
{O} is to give me a report about {K} {W}, | as I have ordered

there will be no more {A.g} | while I am in this office
as long as this office is mine, | nobody is going to {A}

my door is open to {X} | and to all who want to {A}
whoever wants to {A} can come to me, | and that includes {X}

we have learned from {E} in {P} {R} ago
{E} of {R} ago in {P} | has taught us a lesson

we closed {T} because {N} were at risk
since {N} were in danger, | {T} had to be closed by us

# n
{E} in {P} has affected at least {N}
at least {N} are affected by {E} in {P}

there were plans to {A} {W}
plans had been made | to {A} {W}

{K} had been known for {R}
for {R} | {K} had been no secret

{O} announced that it would {A}
{O} declared its intention | of {A.g}

critics had long complained about {K}
there had been complaints about {K} for a long time

the costs are put at {M}
estimates speak of {M}

{G} gathered in front of {T}
in front of {T} | there was a crowd of {G}

{T} {T.was} closed for {R}
for {R}, | nobody was able to use {T}

{X} was not available for comment
{X} could not be reached on the matter

a vote on whether to {A} is expected {W}
{W} there is to be a vote on {A.g}

it was the second such case in {R}
in {R} there had been one such case before

{G} were told about {T} only later
only later did {G} learn about {T}

according to figures from {O}, {C} of {G} are affected
{C} of {G} are affected, figures from {O} show

{O} had refused to {A}
a request to {A} had been turned down by {O}

more than {N} were counted in {P}
in {P} the count came to over {N}

the debate about {K} has divided {P}
{P} is split over {K}

{G} have been waiting for {R}
the wait of {G} has lasted {R}

attempts to {A} had failed before
earlier efforts at {A.g} had come to nothing

work on {T} is to begin {W}
{W} the work on {T} will start

{X} and {O} have been at odds over {T}
there is a quarrel between {X} and {O} about {T}

{T} {T.was} built {R} ago
it is {R} since {T} {T.was} built

little is known about the cause of {K}
the cause of {K} is still unclear

talks between {O} and {G} broke off
{O} and {G} ended their talks without a result

{M} had been spent on {T}
for {T} | {M} had been paid

a spokesman for {O} declined to give details
no details were given by {O}

photographs from {P} show {G} beside {T}
in pictures from {P} | one sees {G} next to {T}
"""

_STOCK = """
we do not comment on ongoing investigations
our thoughts are with the victims and their families
we take these allegations very seriously
no comment
it is too early to draw conclusions
we are cooperating fully with the authorities
the investigation is continuing
we will not be intimidated
enough is enough
this must never happen again
we have nothing to hide
time will tell
we are working around the clock
the facts speak for themselves
justice has been done
nobody is above the law
we respect the decision of the court
safety comes first
we will leave no stone unturned
I have done nothing wrong
it is business as usual
we are all in the same boat
the situation is under control
there is no cause for alarm
I am lost for words
we will fight to the end
we are taking it one game at a time
the best team won today
people are angry
something has to change
let us wait for the results
it was a wake-up call
we need answers
that is out of the question
all options are on the table
we stand ready to help
it could have been much worse
words fail me
we have made our position clear
these claims are baseless
it is a private matter
the door remains open
every life matters to us
we will appeal against the ruling
I am innocent
we want our lives back
the worst is behind us
it feels like a bad dream
it was a team effort
history will judge us
"""


@functools.cache
def families() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """All thoughts: the voices that may have them, and their wordings."""
    found = []
    for section in (_FAMILIES + OPINIONS).strip().removeprefix("# ").split("\n# "):
        voices, _, rest = section.partition("\n")
        for block in rest.strip().split("\n\n"):
            found.append((voices, tuple(block.strip().split("\n"))))
    return tuple(found)


@functools.cache
def stock_phrases() -> tuple[str, ...]:
    """Phrases that many people use on many occasions."""
    return tuple(_STOCK.strip().split("\n"))
