"""What invented critics, experts, witnesses and players say.

In the form that `quotes.evaluation.retelling.sayings` describes.
"""

OPINIONS = """
# c
they promised to {A}, | and nothing has happened
nothing came of their promise | to {A}
{A.g} was promised to us, | but we are still waiting

instead of {A.g}, | they should {B}
what they ought to do is {B}, | not {A}
{B}: that is what is needed, | rather than {A.g}

if they {A}, | {G} will pay the price
{G} will be the ones who suffer | if {A.o} {A.be} {A.n}
{A.g} would be done | at the expense of {G}

this government has failed {G} for {R}
for {R} | {G} have been let down by those in power
{G} have waited {R} for help | from this government in vain

{O} has known about {K} for {R}
for {R} | {K} has been known to {O}
it is {R} since {O} | first heard of {K}

{X} should resign over {K}
after {K}, | {X} has to step down
{K} leaves {X} no choice | but to go

we demand that {O} {A} {W}
{O} must {A} {W}, | that is our demand
our demand is clear: | {A} {W}

{C} of {G} are against it, | and {O} does not listen
{O} ignores the fact | that {C} of {G} oppose this

they spent {M} on {T} | and left {G} with nothing
{M} went into {T}, | while {G} received nothing
nothing was left for {G} | after {M} was spent on {T}

{G} are being treated as if they did not exist
one acts as though there were no {G}
it is as if {G} were invisible

we will see {O} in court | if they {A}
if {A.o} {A.be} {A.n}, | we will sue {O}

nobody believes {X} any more | when it comes to {T}
on the matter of {T}, | {X} has lost all credibility

you cannot {A} and at the same time {B}
{A.g} and {B.g} do not go together
whoever wants to {A} | cannot {B} as well

we warned {O} about {K} | more than {R} ago
it is over {R} | since our first warning to {O} about {K}

{X} sits behind {Z} and {Y} | while {G} stand in line
{G} are standing in line, | but {X} has {Z} and {Y} to hide behind

if {O} had listened to {G}, | we would not be talking about {K}
we would be spared the talk about {K} | had {O} paid attention to {G}

{M} for {T}, and not a cent for {G}: | that tells you everything
it says it all | that {T} got {M} and {G} did not get a cent

they sold us {T} as {J}, | and what did we get? {Z}
{T} {T.was} presented to us as {J}, | yet all that came was {Z}

{X} has never set foot in {P}
in {P}, | {X} has not been seen once

we collected {N} of protest | and {O} threw them away
{O} threw away | the {N} of protest that we had collected

{X} said one thing on Monday and another on Tuesday | about {T}
on {T} | {X} changed his story between Monday and Tuesday

# e
the figures show that {K} has grown by {C} | in {R}
in {R} | {K} has increased by {C}, according to the data
there was a rise of {C} in {K} | over the past {R}

it would take {R} to {A}
{A.g} will last {R}
{A.o} cannot be {A.n} | in less than {R}

what we need is not to {A} but to {B}
{A.g} will not help; | we have to {B}
the answer is to {B} | rather than to {A}

{K} is a symptom, | and {L} is the cause
the cause lies in {L}, | of which {K} is only a symptom
behind {K} | there is {L}

if nothing is done about {K}, | {E} will happen again
{E} will repeat itself | unless someone deals with {K}
we will see another case like this | as long as {K} {K.be} ignored

{O} is trying to win time | by {A.g}
by {A.g} | {O} plays for time
what {O} does when it {A.s} | is buying time

there are two reasons for {E}: | {K} and {L}
{E} has two causes, | namely {K} and {L}
both {K} and {L} have led to {E}

{P} depends on {T} | more than it wants to admit
the dependence of {P} on {T} is greater | than people there like to say

nobody can say yet how {K} will affect {G}
the effect of {K} on {G} | is still unknown
what {K} means for {G} | is impossible to tell at this point

the risk for {G} is low, | but it is not zero
it is a small risk | that {G} are running, although it exists
{G} are in little danger, | yet one cannot rule it out

{T} {T.was} never designed for {N}
no one who planned {T} | had {N} in mind
{N} are more | than {T} {T.was} built to bear

we studied {N} and found no sign of {K}
in our study of {N} | there was no indication of {K}
not a trace of {K} was seen | when we examined {N}

one should compare it with what happened in {P} {R} ago
{R} ago {P} went through the same, | and the comparison is worth making

on a scale from one to ten, | {K} {K.be} at eight
I would give {K} an eight | on a scale of ten

it is wrong to compare {T} with {U}
{T} and {U} are different things, | and one should not put them side by side

{A.g} without {B.g} | makes no sense
there is no point in {A.g} | if you do not {B}

half of {N} can be explained by {K}, | the other half cannot
{K} accounts for one half of {N} | but not for the other

by our estimate it will take {M} and {R} | to {A}
{R} and {M} are what we think it takes | to {A}

{O} underestimates {G}
{G} are being underestimated | by {O}

{K} in {P} is no accident, | it is how {T} {T.was} built
the way {T} {T.was} built led to {K} in {P}, | not chance

# w
there was {Z} lying next to {Y} | in the middle of the road
in the middle of the road | I saw {Z}, and {Y} beside it

I took {Z} and {Y} | and left the house
the house I left | with nothing but {Z} and {Y}

all that is left of {T} | is {Z} and half of {Y}
{Z} and half of {Y}: | nothing more remains of {T}

a man with {Z} ran past me | and shouted something about {K}
I was passed by a running man who carried {Z} | and cried out about {K}

my brother was standing beside {T} | when it happened
when it happened, | my brother stood next to {T}

we were having dinner | when {Z} came through the window
during dinner | {Z} flew in at our window

at first I thought it was {Z}, | but then I saw {Y}
I took it for {Z} | until I noticed {Y}

for {R} we slept on the floor | between {Z} and {Y}
between {Z} and {Y} | we spent the nights of {R} on the floor

I heard a loud noise and ran towards {T}
there was a bang, | and I started to run in the direction of {T}

I saw {G} running from {T}
{G} came running out of {T} | in front of my eyes
before my eyes | {G} fled from {T}

all I could think of was {G}
my only thought was for {G}
there was nothing in my mind | except {G}

we waited {R} for someone to {A}
it took {R} | until somebody came to {A}
for {R} | nobody came to {A}

everything happened so fast, | and suddenly {T} {T.was} gone
in an instant | {T} had disappeared, so fast did it go

we have lived here for {R} | and never had {K}
in the {R} that we have been living here, | there was no {K.bare}

I was {F} and did not know where to go
I did not know where to turn, | so {F} was I

they told us to stay away from {T}
we were told | not to go near {T}
the order was to keep clear of {T}

nobody came to help us | except {G}
{G} were the only ones | who helped us
apart from {G}, | no one came to our aid

I lost everything because of {K}
{K} has taken everything from me
through {K} | all that I owned is lost

my neighbours and I counted {N} | from the window
from our window | the neighbours and I could see {N}

you could see {T} from every street in {P}
from all over {P} | people were able to see {T}

# p
as a child I practised with {Z} and {Y}
{Z} and {Y} were what I trained with | when I was small

tonight I am going to put {Z} on my head | and sing
I will sing tonight, | with {Z} on my head

{X} told me to forget about {K} | and just enjoy it
enjoy it and forget about {K}: | that was what {X} told me

nobody in {P} believed in us | {R} ago
{R} ago | there was no one in {P} who believed in us

I do not care about {C}, | I care about {G}
{G} are what matters to me, | not {C}

I gave everything for {P} | and I would do it again
for {P} I would give everything once more, | as I have done

we are {F}, | but we are not finished yet
it is not over for us, | even though we are {F}

I dreamed of this moment for {R}
for {R} | this moment has been my dream

{X} is the reason why I am standing here
without {X} | I would not be here
if I am here today, | it is thanks to {X}

it means a lot to me | that {X} came to watch
that {X} came to watch | is something that matters to me

we have worked for {R} to {A}
{A.g} has taken us {R} of work
after {R} of work | we were able to {A}

I am not going to talk about {K} | before the end of the season
until the season is over, | I will say nothing about {K}

when I look at {X}, | I see {J}
{X} is for me {J}

I felt {F} before it began, | but {G} carried us
before the start | I was {F}, yet {G} carried us through
"""
