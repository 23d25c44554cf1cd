"""Words and phrases that fit any matter: judgements, times, openings, joints of clauses."""

from __future__ import annotations

from quotes.evaluation.retelling.topics import concepts

ADVERBS = concepts(
    """deeply=profoundly, completely=totally, utterly, truly=really, politically, morally,
    shockingly, entirely=wholly, hugely=enormously, remarkably, painfully, openly,
    deliberately=intentionally, surprisingly, extremely=very, uniquely, quietly"""
)
ADJECTIVES = concepts(
    """irresponsible=reckless, shameful=disgraceful, historic=momentous, dangerous=risky=hazardous,
    brave=courageous, cynical, necessary=needed, artificial=fake, brutal=savage, fair=just,
    unprecedented, desperate=hopeless, generous, transparent=open, humiliating=degrading,
    cowardly=spineless, wise=smart, absurd=ridiculous, tragic, peaceful, violent,
    costly=expensive, rotten=corrupt, decent=honourable, cruel=heartless, stupid=foolish,
    bold=daring, hollow=empty, hostile, fragile, serious=grave, unacceptable=intolerable,
    lasting=enduring, unforgivable=inexcusable, brilliant=superb, toxic=poisonous, suspicious,
    avoidable=preventable, criminal, painful, unfair=unjust, clumsy=awkward, sober,
    hasty=rushed, secret=hidden, sensible=reasonable, urgent=pressing, grotesque,
    remarkable=extraordinary, modest=small, endless=never-ending, miserable=wretched,
    useful=helpful, final=last, honest=sincere"""
)
NOUNS = concepts(
    """decision=choice, disaster=catastrophe, mistake=error, step=move, scandal=outrage, betrayal,
    failure, victory=triumph, attack=assault, lie=falsehood, promise=pledge, compromise,
    insult=affront, experiment=test, signal=sign, chapter, provocation, opportunity=chance,
    threat=menace, burden=load, game, distraction=diversion, achievement=accomplishment,
    attempt=effort, policy, act, response=reaction, gesture, bargain=deal, message, story=tale,
    solution=answer, symbol=emblem, crisis=emergency, farce=travesty, injustice=wrong,
    gamble=bet, reform=overhaul, project=scheme, alliance, surrender=capitulation, warning,
    defeat=loss, tragedy, nightmare=bad dream, breakthrough, setback=reverse, show=spectacle,
    loss, lesson"""
)
FIXED = concepts(
    """a slap in the face=an insult, a ticking time bomb=a bomb waiting to go off, a dream come
    true, a lost cause=a hopeless cause, a race against time=a run against the clock, the tip of
    the iceberg, a drop in the ocean=a drop in the bucket, a house of cards, a wake-up call=an
    alarm, a matter of life and death, a breath of fresh air, a step in the wrong direction, a
    step in the right direction, a recipe for disaster=a sure way to disaster, a turning point=a
    watershed, the end of an era=the close of an era, a dead end=a blind alley, a declaration of
    war, an act of desperation=a desperate act, a leap into the unknown, a stain on our
    history=a blot on our history, a game of cat and mouse, an open wound, a black day for
    democracy=a dark day for democracy, a storm in a teacup, a witch hunt, a new dawn=a new
    beginning, a bottomless pit=a barrel without a bottom, a world of difference, a test of
    character, the lesser evil, a smokescreen, a licence to waste money, a victory for common
    sense=a triumph of common sense, a kick in the teeth=a blow, music to our ears, a tale of
    two cities, a war of nerves, an accident waiting to happen, a storm of our own making, a
    bridge too far, a blank cheque=a free hand, a poisoned gift=a poisoned present, the last
    straw"""
)
MODIFIERS = concepts(
    """new, old, whole=entire, so-called, remaining, planned=intended, disputed=contested, ageing,
    controversial, famous=well-known, northern, southern, main=principal, empty, damaged,
    public, second, last, growing, recent"""
)
FEELINGS = concepts(
    """angry=furious, proud, worried=concerned, disappointed=let down, shocked=stunned,
    grateful=thankful, exhausted=worn out, relieved, afraid=scared, ashamed, hopeful=optimistic,
    speechless=lost for words, sad, helpless=powerless, tired, delighted=thrilled,
    uneasy=nervous, confident, heartbroken, frustrated=annoyed, embarrassed,
    surprised=astonished"""
)
STATES = concepts(
    """safe again, under control, in good order, repaired for good, fully accounted for, in public
    hands, open to everyone, properly checked, made secure, paid for"""
)
VIRTUES = concepts(
    """trust=confidence, dignity, justice=fairness, patience, courage=bravery, money, power,
    honesty=truthfulness, respect, freedom=liberty, security=safety, solidarity, discipline,
    memory=remembrance, responsibility, truth, decency, political will=will in politics, pride,
    hope"""
)
SPANS = concepts(
    """three years, ten years=a decade, twenty years=two decades, five months, six weeks, almost a
    year=nearly a year, two generations, eighteen months=a year and a half, four days, half a
    century=fifty years, seven years, several hours=hours, nine months, two weeks=a fortnight,
    more than a decade=over ten years, a few days, thirty years=three decades"""
)
TIMES = concepts(
    """by the end of the month=before the month is out, next week=in the coming week, in the coming
    days=over the next few days, before winter=before the winter comes, within 48 hours=within
    two days, this year=before the year is over, by Friday=before Saturday, as soon as
    possible=at the earliest date, before the summer=ahead of the summer, by next spring=until
    next spring, tomorrow morning=in the morning, within three weeks, step by step=gradually,
    before it is too late=while there is still time, in the next five years=over the coming five
    years, without delay=at once, on Monday, this autumn=in the autumn, tonight=this evening, in
    the second half of the year"""
)
COLOURS = "red blue green white black yellow broken rusty golden wooden tiny huge".split()
OBJECTS = concepts(
    """bucket=pail, ladder, umbrella, violin=fiddle, suitcase=case, kettle, bicycle=bike, candle,
    hammer, blanket, mirror=looking glass, drum, lantern=lamp, wardrobe=cupboard, rope, anchor,
    clock, carpet=rug, chessboard, compass, piano, trumpet, saddle, needle, parachute, envelope,
    sieve=strainer, fountain, chimney, wheelbarrow=handcart, telescope, thermometer, calendar,
    garden hose=hosepipe, pair of scissors, fishing rod, mousetrap, microphone, screwdriver,
    toothbrush, teapot, typewriter, wooden spoon, rocking chair, cash register=till, sewing
    machine, fire extinguisher, rubber boat=dinghy, broken window, empty bottle, loaf of bread,
    bag of flour=sack of flour, jar of honey=pot of honey, box of matches, tin of paint=can of
    paint, pair of boots, birdcage, doorbell, hen house=chicken coop, haystack, sandcastle,
    snowman, tightrope, merry-go-round=carousel, lighthouse, lifeboat, raincoat=mackintosh,
    walking stick=cane, wedding dress=bridal gown, school bell, dog lead=leash, goldfish,
    parrot, donkey=mule, goat, tractor, caravan=trailer, canoe, sledge=sleigh, cradle, crutch,
    bandage, syringe, stethoscope, passport, postcard, newspaper=paper, dictionary,
    notebook=exercise book, magnet, battery, fuse, light bulb=bulb, padlock=lock, keyring,
    spade=shovel, rake, axe=hatchet, saw, chisel, tablecloth, pillow=cushion, mattress, curtain,
    doormat, pepper mill, frying pan=skillet, corkscrew, tambourine, accordion, harmonica=mouth
    organ, puppet, kite, marble, jigsaw=puzzle, pocketknife=penknife, whistle,
    megaphone=loudhailer, stopwatch, barometer, weathercock=weather vane, greenhouse=glasshouse,
    beehive, scarecrow, cartwheel, horseshoe, stepping stone, signpost, zebra crossing,
    milestone, park bench, telephone box=phone booth, vending machine, shopping trolley=shopping
    cart, cardboard box=carton, paper bag, plastic chair, tent, sleeping bag, rucksack=backpack,
    hat, scarf, glove, thimble, button, zip=zipper, shoelace, handkerchief, wallet=purse"""
)
OPENERS = tuple(
    tuple(row.split("="))
    for row in """I think=In my view,=I believe that
we believe that=we think=it is our belief that
frankly,=to be honest,=honestly,
let me be clear:=to put it clearly:=I want to be clear:
look,=see,
as I said before,=as I have said,=I repeat:
of course=naturally=certainly
unfortunately=sadly=regrettably
we know that=we are aware that
it is clear that=clearly=it is obvious that
I am convinced that=I am certain that=I have no doubt that
in the end=at the end of the day=ultimately
at this point=at the moment=right now
one thing is certain:=this much is sure:
as far as I know,=to my knowledge,
first of all,=to begin with,
after all that has happened,=after everything that happened,
I hope that=it is my hope that
you know,=well,
for me personally=for me
make no mistake:=do not be fooled:
I fear that=I am afraid that=my fear is that""".split("\n")
)
TAILS = tuple(
    tuple(row.split("="))
    for row in """whatever anyone says=no matter what people say
and that will not change=and it is going to stay that way
to say the least=to put it mildly
and I mean it=and I am serious about it
no matter what it costs=at any price
and everyone knows it=as everybody knows
at least for now=for the time being
as we have seen again=as has been shown once more
believe me=trust me
if we are honest=to be frank
and not only here=here and elsewhere
once and for all=for good""".split("\n")
)
# How two thoughts are joined: the wordings of one joint mean the same.
JOINTS = {
    "next": ("{1}. {2}", "{1}, | and {2}", "{1}; | {2}"),
    "and": ("{1}, | and {2}", "{1}. {2}", "{1}. And {2}"),
    "but": ("{1}, | but {2}", "although {1}, | {2}", "{1}. However, {2}", "{1}, | yet {2}"),
    "because": ("{1}, | because {2}", "{1}. The reason is that {2}", "because {2}, | {1}"),
    "so": ("{1}, | so {2}", "{1}. That is why {2}", "since {1}, | {2}"),
    "after": ("{1}. And {2}", "{1}. {2}"),
    "then": ("{1}. {2}", "{1}. {2}", "{1}. Besides, {2}"),
}
