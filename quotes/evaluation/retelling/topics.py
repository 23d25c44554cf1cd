"""What the invented news is about: for each matter its events, deeds, troubles, people and roles.

In the tables `=` separates words that may stand for one another when a sentence is told again.
"""

from __future__ import annotations

import functools

import attrs

Concept = tuple[str, ...]
"""Words for one thing, any of which may be used."""

_TABLES = """
name: flood
events: flood=flooding, storm=tempest, landslide=mudslide, heavy rain=downpour
orgs: {} Water Board, {} River Authority, Civil Protection Service, {} Regional Council
roles: o mayor of {}, o chief engineer, o head of operations, o deputy director, c opposition
  councillor, e hydrologist, e climate researcher, w shopkeeper, w farmer, w bus driver
groups: residents=locals, families=households, farmers=growers, evacuees=displaced people,
  volunteers=helpers
acts: repair=fix=restore: dam=barrier, old bridge=old crossing, levee=flood wall, pumping station,
  sewers=drains | evacuate=clear: lower town=low-lying quarter, valley, riverside streets=streets
  by the river | drain=empty: reservoir, underpass=tunnel, flooded cellars=cellars |
  distribute=hand out: sandbags, blankets and tents, drinking water=clean water
troubles: shortage of pumps=lack of pumps, late warning=delay in the warning, blocked
  drains=clogged drains, loss of power=power cut, rising river=rising water
units: homes=houses, families=households, hectares of farmland, emergency calls
---
name: budget
events: budget=spending plan, tax reform=tax overhaul, rate decision=interest rate decision,
  spending review=review of spending
orgs: Treasury, {} Finance Ministry, {} Central Bank, {} Institute for Public Finance
roles: o finance minister, o budget commissioner, o treasury secretary, c shadow treasurer, c
  union economist, e chief economist, e tax lawyer, e market analyst, w shop owner
groups: taxpayers, pensioners=retired people, small businesses=small firms, young couples,
  borrowers
acts: cut=reduce=lower: deficit=shortfall, sales tax, public debt=national debt, subsidies=state
  aid | raise=increase=lift: minimum wage, pension age=retirement age, fuel duty=fuel tax,
  benefits | close=shut=plug: loophole=gap in the law, tax haven accounts | freeze=hold down:
  public salaries=state wages, energy prices=power prices
troubles: cost of living=price of daily life, hole in the accounts=gap in the books, weak
  growth=slow growth, burden of debt=weight of debt, rise in prices=inflation
units: jobs=posts, households=families, small firms=small businesses, public employees
---
name: strike
events: strike=walkout, pay dispute=wage dispute, lockout, ballot=vote on industrial action
orgs: {} Rail Union, Federation of Transport Workers, {} Metro, {} Port Company
roles: o general secretary, o chief executive, o personnel director, c shop steward, c branch
  organiser, e labour historian, e mediator, w train driver, w commuter
groups: workers=employees, passengers=travellers, nurses, commuters, dockers=dock workers
acts: accept=agree to: offer=proposal, new rota=new shift plan, arbitration | call off=end:
  strike=walkout, overtime ban | raise=increase: basic pay=base wage, night allowance=pay for
  night work | resume=restart: negotiations=talks, night trains, ferry service=ferries
troubles: gap in pay=pay gap, lack of rest=shortage of rest, unpaid overtime=overtime without pay,
  breakdown of talks=collapse of the talks, threat to safety=danger to safety
units: workers=employees, trains, shifts, passengers=travellers
---
name: treaty
events: treaty=pact, border talks=talks on the border, summit=meeting of leaders, ceasefire=truce,
  sanctions decision=decision on sanctions
orgs: {} Foreign Ministry, {} Institute for Strategic Affairs, Council of the Eastern States, {}
  Defence Ministry
roles: o foreign minister, o president, o chief negotiator, o deputy foreign minister, o
  ambassador, c opposition leader, c former envoy, e senior fellow, e regional analyst, e
  professor of law
groups: neighbours=neighbouring states, allies=partners, refugees=displaced people,
  soldiers=troops, citizens
acts: sign=conclude: treaty=pact, protocol=annex, trade accord=trade agreement |
  recognise=acknowledge: breakaway region=separatist region, new border=new frontier, results of
  the referendum=outcome of the referendum | withdraw=pull back: heavy weapons=heavy arms,
  peacekeepers=peacekeeping troops | reopen=open again: embassy=mission, border crossing=crossing
  point, gas pipeline | lift=remove: sanctions=restrictions, visa rules
troubles: violation of the truce=breach of the ceasefire, lack of trust=absence of trust, military
  build-up=build-up of forces, foreign interference=outside meddling, influx of refugees=arrival
  of refugees
units: soldiers=troops, prisoners of war=captives, shells, refugees=displaced people
---
name: election
events: election=vote, recount=second count, campaign debate=televised debate,
  referendum=plebiscite
orgs: {} Electoral Commission, Progress Party, National Farmers' League, Civic Alliance
roles: o electoral commissioner, o party leader, o campaign manager, c candidate, c opposition
  leader, e pollster, e political scientist, w polling clerk, w first-time voter
groups: voters=electors, young people=the young, members=party members, observers=monitors,
  candidates
acts: count=tally: postal votes=mailed ballots, disputed ballots=contested ballots |
  publish=release: results=figures, donor list=list of donors | contest=challenge: outcome=result,
  ruling of the commission | change=alter: voting law=electoral law, boundaries=constituency
  borders, constitution | form=build: coalition=alliance, minority government
troubles: low turnout=poor turnout, flood of false reports=spread of false stories, buying of
  votes=vote buying, delay in the count=slow count, money from abroad=foreign money
units: votes=ballots, polling stations=voting places, observers=monitors, complaints
---
name: health
events: outbreak=epidemic, hospital closure=closing of the hospital, vaccination campaign=vaccine
  campaign, drug recall=recall of the drug
orgs: {} General Hospital, {} Health Agency, Medical Council, {} School of Medicine
roles: o chief medical officer, o hospital director, o health minister, c nurses' representative,
  c patients' advocate, e epidemiologist, e surgeon, e professor of public health, w nurse, w
  patient
groups: patients=the sick, nurses, doctors=physicians, older people=the elderly, parents
acts: test=screen: contacts=people at risk, water supply | treat=care for: patients, new
  cases=fresh cases | open=set up: field hospital=emergency hospital, second ward=another ward,
  vaccination centres | withdraw=recall: batch=lot, drug=medicine | hire=recruit: nurses=nursing
  staff, specialists
troubles: shortage of beds=lack of beds, spread of the virus=spread of the infection, long waiting
  list=long queue, lack of staff=staff shortage, cost of medicines=price of drugs
units: patients, cases=infections, beds, doses
---
name: court
events: trial=court case, verdict=ruling, appeal=appeal hearing, corruption inquiry=inquiry into
  corruption
orgs: {} Prosecutor's Office, Court of Appeal, {} Bar Association, Legal Aid Society
roles: o chief prosecutor, o presiding judge, o court spokeswoman, c defence lawyer, c lawyer for
  the family, e law professor, e former judge, w juror, w neighbour
groups: victims=those harmed, witnesses, jurors=members of the jury, relatives=family members,
  defendants=the accused
acts: appeal=challenge: verdict=ruling, sentence, bail decision | examine=study: evidence=proof,
  bank records=account records, phone logs | hear=question: witnesses, former treasurer |
  drop=withdraw: charges=accusations, lawsuit=civil suit | seal=keep secret: transcript=record of
  the hearing, files=papers
troubles: missing evidence=loss of evidence, leak of documents=leaked papers, delay of the
  trial=slow trial, pressure on witnesses=intimidation of witnesses, conflict of interest=clash of
  interests
units: witnesses, pages of evidence=pages of documents, charges=counts, victims
---
name: company
events: merger=takeover, product recall=recall, data breach=data theft, plant closure=closing of
  the plant, profit warning
orgs: {} Motors, {} Telecom, Norwin Energy, Halden Foods, {} Software
roles: o chief executive, o chairwoman, o head of communications, o security director, c union
  representative, c activist shareholder, e industry analyst, e security researcher, e competition
  lawyer, w employee
groups: customers=clients, shareholders=investors, employees=staff, suppliers, drivers=motorists
acts: sell=dispose of: steel division=steel arm, headquarters=head office, stake=share |
  recall=call back: brake parts=brakes, batteries, baby food | release=publish: update=patch,
  source code, figures=numbers | compensate=pay back: customers=clients, suppliers | close=shut:
  plant=factory, loss-making shops=unprofitable shops
troubles: fall in sales=drop in sales, flaw in the software=software flaw, loss of trust=damage to
  trust, price of raw materials=cost of raw materials, theft of data=stolen data
units: jobs=posts, vehicles=cars, customers=clients, shops=stores
---
name: police
events: shooting=gun attack, robbery=raid, disappearance=missing person case, riot=unrest, arrest
orgs: {} Police, Criminal Investigation Branch, {} Community Council, Victims' Network
roles: o police chief, o detective inspector, o police spokesman, o constable, c community
  organiser, c lawyer for the suspect, e criminologist, w neighbour, w taxi driver, w cafe owner
groups: residents=locals, officers=police officers, witnesses=people who were there, young men,
  shopkeepers=shop owners
acts: search=comb: woods=forest, apartment=flat, canal | seal off=close: block=street, station
  square=square before the station | question=interview: suspect=detained man, witnesses, night
  staff | review=go through: camera footage=recordings, phone records | arrest=detain:
  ringleader=leader of the gang, second suspect=another suspect
troubles: wave of burglaries=string of break-ins, silence of witnesses=witnesses' silence, spread
  of weapons=flow of weapons, lack of patrols=shortage of patrols, fear in the streets=fear in the
  neighbourhood
units: officers, arrests=detentions, shots, tips from the public=calls from the public
---
name: fire
events: fire=blaze, explosion=blast, wildfire=forest fire, gas leak=leak of gas
orgs: {} Fire Service, {} Fire and Rescue, Forest Protection Agency, {} Housing Association
roles: o fire chief, o incident commander, o rescue coordinator, o housing director, c tenants'
  representative, e fire engineer, e forest ecologist, w tenant, w warehouse worker, w pastor
groups: tenants=people in the building, firefighters=crews, campers, animals, neighbours
acts: contain=control: blaze=flames, smoke, eastern front=eastern edge of the fire |
  rebuild=restore: roof, church=chapel, market hall, storehouse=warehouse | investigate=look into:
  cause=origin, alarm system=alarms, wiring=cables | evacuate=clear: tower=high-rise, campsite,
  retirement home=home for the elderly | protect=save: neighbouring buildings=adjoining buildings,
  fuel depot=fuel tanks
troubles: strong wind=high wind, dry ground=parched ground, blocked exits=locked exits, lack of
  water=shortage of water, thick smoke=dense smoke
units: firefighters, engines=fire trucks, hectares of forest, apartments=flats
---
name: sport
events: final=championship game, transfer=signing, sacking of the coach=dismissal of the coach,
  doping case=doping affair, record race=record run
orgs: {} United, {} Rovers, Athletics Federation, {} Wolves, Anti-Doping Office
roles: o head coach, o club president, o sporting director, c players' agent, c supporters'
  chairman, e former captain, e sports physician, p striker, p goalkeeper, p sprinter, p captain,
  w season-ticket holder
groups: fans=supporters, players=the squad, young athletes=young runners, referees, sponsors
acts: win=take: title=championship, cup, second leg=return match | sign=hire: striker=forward, new
  coach, goalkeeper=keeper | defend=keep: lead=advantage, unbeaten record, reputation of the
  club=club's good name | review=examine: decision of the referee=referee's call, test
  results=samples | build=develop: youth team=academy, new stadium=new ground
troubles: run of injuries=series of injuries, lack of goals=goal drought, pressure from the
  stands=anger of the crowd, cost of tickets=ticket prices, wave of doping cases=string of doping
  cases
units: goals, points, fans=supporters, minutes
---
name: school
events: school closure=closing of the school, exam reform=reform of the exams, teachers'
  protest=teachers' rally, tuition rise=rise in fees
orgs: {} Education Department, University of {}, Teachers' Association, {} School District
roles: o education secretary, o superintendent, o rector, o school principal, c student leader, c
  teachers' representative, e education researcher, e child psychologist, w mother of three, w
  pupil, w teacher
groups: students=pupils, teachers=educators, parents=mothers and fathers, graduates, children=kids
acts: abolish=scrap: tuition fees=fees, entrance exam=admission test, school bus=bus service |
  renovate=modernise: classrooms, library, sports hall=gym | hire=recruit: teachers=teaching
  staff, counsellors=advisers | postpone=delay: exams=tests, reform=overhaul | publish=release:
  ranking=league table, report=study
troubles: shortage of teachers=lack of teachers, crowded classrooms=full classrooms, fall in
  grades=drop in marks, violence in the schoolyard=bullying in the schoolyard, cost of
  textbooks=price of textbooks
units: pupils=students, teachers, schools, places=seats
---
name: transport
events: train crash=rail crash, airport closure=closing of the airport, bridge collapse=fall of
  the bridge, ferry accident=ferry disaster, toll plan
orgs: {} Airport, National Rail Agency, Accident Investigation Board, {} Transit, Coast Guard
roles: o transport minister, o airport director, o lead investigator, o coast guard captain, c
  passengers' advocate, c pilots' representative, e safety consultant, e bridge engineer, w
  passenger, w ferry steward
groups: passengers=travellers, drivers=motorists, crews=crew members, survivors, cyclists
acts: inspect=check: tracks=rails, hull, signals=signalling, cables | replace=exchange: old
  carriages=ageing coaches, brakes, runway lights | recover=salvage: wreck=wreckage, flight
  recorder=black box, bodies=remains | reopen=open again: line=route, northern tunnel, terminal |
  limit=cap: speed, night flights, tolls=road charges
troubles: worn brakes=damaged brakes, failure of the signals=signal failure, thick fog=dense fog,
  lack of inspections=missing inspections, error of the pilot=pilot error
units: passengers=travellers, flights, kilometres of track=kilometres of rail, carriages=coaches
---
name: environment
events: oil spill=oil leak, climate summit=climate conference, drought=dry spell, mine
  project=mining project
orgs: {} Environment Agency, Green Coast Network, {} Mining, Institute for Climate Studies
roles: o environment minister, o project manager, o agency director, c campaigner, c tribal
  leader, c fishermen's representative, e oceanographer, e soil scientist, e climate economist, w
  fisherman
groups: fishermen=fishing crews, villagers=people in the villages, activists=campaigners,
  investors, birds and seals=seabirds and seals
acts: clean=clear: beaches=shore, river mouth=estuary, harbour=port | ban=outlaw:
  drilling=exploration, plastic packaging=plastic wrapping, coal burning | protect=preserve:
  wetlands=marshes, old forest=ancient forest, coral reef | halt=stop: project=scheme, logging,
  excavation=digging | monitor=watch: groundwater, emissions=exhaust gases
troubles: loss of species=dying out of species, poisoned water=contaminated water, silence of the
  company=company's silence, rise in temperature=warming, lack of controls=absence of checks
units: tonnes of oil=tons of oil, hectares, birds, barrels
---
name: culture
events: premiere=opening night, museum theft=theft from the museum, film festival, festival
  boycott, death of the singer=singer's death
orgs: {} National Theatre, {} Museum of Art, Writers' Guild, Radio {}
roles: o artistic director, o curator, o festival director, c playwrights' representative, e art
  historian, e critic, p actress, p singer, p novelist, p film director, w usher
groups: audiences=spectators, artists, visitors=guests, musicians, readers
acts: restore=repair: fresco=mural, concert hall, painting=canvas | return=give back: stolen
  statues=looted statues, manuscripts, painting=canvas | cancel=call off: tour=concert tour,
  opening night=premiere, screening=showing | finish=complete: film=picture, third novel=third
  book, album=record | open=inaugurate: exhibition=show, archive, new wing
troubles: lack of subsidies=shortage of funds, censorship of the programme=cuts by the censor,
  theft of the masks=stolen masks, fall in visitors=drop in visitors, noise about the film=fuss
  over the film
units: visitors=guests, paintings=canvases, tickets, pages
---
name: housing
events: rent rise=rise in rents, demolition=tearing down of the estate, housing plan=plan for new
  homes, eviction=evictions
orgs: {} Housing Office, Tenants' Union, {} City Council, Brightwell Estates
roles: o housing minister, o city planner, o company spokeswoman, o deputy mayor, c tenants'
  leader, c councillor, e architect, e urban sociologist, w tenant, w pensioner
groups: tenants=renters, landlords=owners, homeless people=people without a home, newcomers,
  pensioners=retired people
acts: build=construct: council homes=public housing, shelters=refuges, garden suburb | freeze=cap:
  rents, land prices=price of land | demolish=tear down: old estate=old housing blocks, brewery,
  garages | renovate=refurbish: stairwells=staircases, empty flats=vacant apartments, heating
  system=heating | buy=purchase: land=plots, vacant offices=empty offices
troubles: shortage of homes=lack of housing, empty offices=vacant offices, damp in the walls=damp
  walls, rise in rents=higher rents, speculation in land=land speculation
units: homes=flats, families=households, evictions, square metres
"""


@attrs.frozen
class Act:
    """Something that is done to something: *repair the dam*."""

    verbs: Concept
    thing: Concept


@attrs.frozen
class Role:
    """What a speaker is, and how they speak.

    `voice`: o for those in charge, c for critics, e for experts, w for witnesses, p for players
    and performers.
    """

    voice: str
    title: str


@attrs.frozen
class Matter:
    """The words of one sort of news."""

    name: str
    events: tuple[Concept, ...]
    organisations: tuple[str, ...]
    roles: tuple[Role, ...]
    groups: tuple[Concept, ...]
    acts: tuple[Act, ...]
    troubles: tuple[Concept, ...]
    units: tuple[Concept, ...]


@functools.cache
def matters() -> tuple[Matter, ...]:
    """All matters that the invented news is about."""
    # A row that is indented goes on with the one before it.
    tables = _TABLES.strip().replace("\n  ", " ")
    return tuple(_matter(table) for table in tables.split("\n---\n"))


def concepts(row: str) -> tuple[Concept, ...]:
    """A row of concepts: separated by commas, the words of one by `=`."""
    items = (" ".join(item.split()) for item in row.split(","))
    return tuple(tuple(item.split("=")) for item in items if item)


def _matter(table: str) -> Matter:
    rows = dict(line.split(": ", 1) for line in table.split("\n"))
    acts = []
    for group in rows["acts"].split(" | "):
        verbs, things = group.split(": ")
        acts += [Act(tuple(verbs.split("=")), thing) for thing in concepts(things)]
    roles = [row.strip().split(" ", 1) for row in rows["roles"].split(",")]
    return Matter(
        name=rows["name"],
        events=concepts(rows["events"]),
        organisations=tuple(org.strip() for org in rows["orgs"].split(",")),
        roles=tuple(Role(voice, title) for voice, title in roles),
        groups=concepts(rows["groups"]),
        acts=tuple(acts),
        troubles=concepts(rows["troubles"]),
        units=concepts(rows["units"]),
    )
