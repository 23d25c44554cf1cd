"""Who and which bodies are named in tagged sentences, in what forms, without models."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from quotes.language.sentences import Reading
from quotes.names.known import OrganisationMention
from quotes.names.organisations import organisations
from quotes.names.people import NameMention, people

Read = Callable[[str], Reading]


def _forms(article: Reading, mentions: Sequence[NameMention | OrganisationMention]) -> str:
    """The places where somebody is named, as written."""
    return ", ".join(article.text[m.start : m.end] for m in mentions)


TITLES = {
    "Chief/NNP of/IN Staff/NNP [Person|Odo/NNP Roe/NNP] spoke/VBD ./.": [
        "Odo Roe (None): Odo Roe",
    ],
    "Director/NNP for/IN Harbour/NNP Affairs/NNP [Person|Odo/NNP Roe/NNP] spoke/VBD ./.": [
        "Odo Roe (None): Odo Roe",
    ],
    "HE/NNP Odo/NNP Roe/NNP spoke/VBD ./.": [
        "Odo Roe (None): Odo Roe",
    ],
    "her/PRP$ partner/NN [Person|Dean/NNP Roe/NNP] spoke/VBD ./.": [
        "Dean Roe (male): Dean Roe",
    ],
    "the/DT Dean/NNP Roe/NNP spoke/VBD ./.": [
        "Roe (None): Roe",
    ],
    "[Person|Dean/NNP Roe/NNP] ,/, a/DT plumber/NN ,/, spoke/VBD ./.": [
        "Dean Roe (male): Dean Roe",
    ],
    "[Person|Earl/NNP Roe/NNP] ,/, who/WP lives/VBZ here/RB ,/, spoke/VBD ./.": [
        "Earl Roe (None): Earl Roe",
    ],
    "Earl/NNP Roe/NNP spoke/VBD ./.": [
        "Roe (male): Roe",
    ],
    "Mayor/NNP Earl/NNP Roe/NNP spoke/VBD ./.": [
        "Earl Roe (None): Earl Roe",
    ],
    "the/DT Dutch/JJ Captain/NNP [Person|Odo/NNP Roe/NNP] spoke/VBD ./.": [
        "Odo Roe (None): Odo Roe",
    ],
    "Former/JJ Mayor/NNP Odo/NNP Roe/NNP spoke/VBD ./.": [
        "Odo Roe (None): Odo Roe",
    ],
    "Mayor/NNP [Person|Marsh/NNP] spoke/VBD ./.": [
        "Marsh (None): Marsh",
    ],
    "Mr./NNP Sweden/NNP spoke/VBD ./.": [
        "Sweden (male): Sweden",
    ],
    "[Person|Sweden/NNP] spoke/VBD ./.": [],
    "Mr./NNP ACME/NNP spoke/VBD ./.": [
        "ACME (male): ACME",
    ],
    "Mayor/NNP ACME/NNP spoke/VBD ./.": [],
    "Mr./NNP Acme/NNP spoke/VBD ./.": [
        "Acme (male): Acme",
    ],
    "Mr./NNP [Location|Acme/NNP] spoke/VBD ./.": [],
    (
        "Director/NNP of/IN Harbour/NNP Ports/NNP [Person|Zed/NNP -/HYPH Ann/NNP Roe/NNP]"
        " spoke/VBD ./."
    ): [
        "Zed-Ann Roe (None): Zed-Ann Roe",
    ],
    ("Director/NNP of/IN Harbour/NNP Ports/NNP Anne/NNP -/HYPH Marie/NNP Roe/NNP spoke/VBD ./."): [
        "Anne-Marie Roe (female): Anne-Marie Roe",
    ],
    "Director/NNP of/IN Harbour/NNP Ports/NNP Anne/NNP Roe/NNP spoke/VBD ./.": [
        "Anne Roe (female): Anne Roe",
    ],
    "Dean/NNP of/IN Elmford/NNP [Person|Ada/NNP Roe/NNP] spoke/VBD ./.": [
        "Ada Roe (female): Ada Roe",
    ],
    "so/RB said/VBD Dean/NNP of/IN Elmford/NNP ./.": [],
    "Herpetologist/NNP Odo/NNP Roe/NNP spoke/VBD ./.": [],
    "[Person|Christian/NNP Roe/NNP] spoke/VBD ./.": [
        "Christian Roe (male): Christian Roe",
    ],
    "[Person|Ada/NNP M./NNP Judge/NNP] spoke/VBD ./.": [
        "Ada M. Judge (female): Ada M. Judge",
    ],
    "[Person|Ada/NNP] Judge/NNP spoke/VBD ./.": [
        "Ada Judge (female): Ada Judge",
    ],
    "Dean/NNP of/IN Elmford/NNP spoke/VBD ./.": [],
    "Her/PRP$ aunt/NN Marsh/NNP spoke/VBD ./.": [
        "Marsh (female): Marsh",
    ],
    "Professor/NNP Doctor/NNP Odo/NNP Roe/NNP spoke/VBD ./.": [
        "Odo Roe (None): Odo Roe",
    ],
    "[Person|Ada/NNP Marsh/NNP MHA/NNP] spoke/VBD ./.": [
        "Ada Marsh (female): Ada Marsh",
    ],
    "[Person|Ada/NNP Marsh/NNP III/NNP] spoke/VBD ./.": [
        "Ada Marsh III (female): Ada Marsh III",
    ],
    "[Person|MARSH/NNP OBE/NNP] spoke/VBD ./.": [],
}
SHAPES = {
    (
        "[Person|Jan/NNP van/NNP der/NNP Meer/NNP] spoke/VBD ./.\n"
        "[Person|Van/NNP der/NNP Meer/NNP] left/VBD ./."
    ): [
        "Jan van der Meer (male): Jan van der Meer, Van der Meer",
    ],
    ("van/IN Lieshout/NNP spoke/VBD ./.\n[Person|Jan/NNP van/NNP Lieshout/NNP] left/VBD ./."): [
        "Jan van Lieshout (male): van Lieshout, Jan van Lieshout",
    ],
    (
        "[Person|Omar/NNP al/NNP -/HYPH Attiyah/NNP] spoke/VBD ./.\n"
        "al/NNP -/HYPH Attiyah/NNP left/VBD ./."
    ): [
        "Omar al-Attiyah (male): Omar al-Attiyah, al-Attiyah",
    ],
    ("[Person|Roe/NNP In/IN -/HYPH ah/NNP] spoke/VBD ./.\n[Person|Roe/NNP] left/VBD ./."): [
        "Roe In-ah (None): Roe In-ah, Roe",
    ],
    "[Person|Kim/NNP Jae/NNP] Yong/NNP spoke/VBD ./.": [
        "Kim Jae Yong (None): Kim Jae Yong",
    ],
    "[Person|Ana/NNP Santos/NNP] -/HYPH Cruz/NNP spoke/VBD ./.": [
        "Ana Santos-Cruz (female): Ana Santos-Cruz",
    ],
    "[Person|Ana/NNP Santos-/NNP] Cruz/NNP spoke/VBD ./.": [
        "Ana Santos-Cruz (female): Ana Santos-Cruz",
    ],
    "[Person|Ada/NNP Marsh/NNP] met/VBD [Person|d'Arcy/NNP Roe/NNP] ./.": [
        "Ada Marsh (female): Ada Marsh",
        "d'Arcy Roe (None): d'Arcy Roe",
    ],
    "[Person|J/NNP R/NNP Roe/NNP] ,/, 44/CD ,/, spoke/VBD ./.": [
        "J R Roe (None): J R Roe",
    ],
    "[Person|ADA/NNP MARSH/NNP] spoke/VBD ./.": [
        "ADA MARSH (female): ADA MARSH",
    ],
    "[Person|Ada/NNP] Marsh/NNP spoke/VBD ./.": [
        "Ada Marsh (female): Ada Marsh",
    ],
    "Ada/NNP [Person|Marsh/NNP] spoke/VBD ./.": [
        "Ada Marsh (female): Ada Marsh",
    ],
    "ELMFORD/NNP —/: [Person|Ada/NNP Marsh/NNP] spoke/VBD ./.": [
        "Ada Marsh (female): Ada Marsh",
    ],
    "[Person|Ada/NNP Marsh/NNP] [Organization|Foundation/NNP] paid/VBD ./.": [],
    "[Person|Ada/NNP Marsh/NNP] [Organization|Rovers/NNP] paid/VBD ./.": [
        "Ada Marsh (female): Ada Marsh",
    ],
    "The/DT Norbury/NNP Rowe-led/JJ board/NN met/VBD ./.": [],
    (
        "[Person|Luz/NNP de/NNP la/NNP Cruz/NNP] spoke/VBD ./.\n"
        "[Person|De/NNP la/NNP Cruz/NNP] left/VBD ./."
    ): [
        "Luz de la Cruz (female): Luz de la Cruz, De la Cruz",
    ],
}
SHOWN = {
    "Marsh/NNP ,/, 44/CD ,/, spoke/VBD ./.": [
        "Marsh (None): Marsh",
    ],
    "Marsh/NNP ,/, a/DT former/JJ mayor/NN ,/, spoke/VBD ./.": [
        "Marsh (None): Marsh",
    ],
    "Marsh/NNP ,/, a/DT former/JJ town/NN ,/, grew/VBD ./.": [],
    "Marsh/NNP ,/, the/DT town/NN of/IN a/DT mayor/NN ,/, grew/VBD ./.": [],
    "Marsh/NNP ,/, who/WP runs/VBZ ,/, spoke/VBD ./.": [],
    "Marsh/NNP said/VBD so/RB ./.": [],
    "Marsh/NNP spoke/VBD ./.": [],
    "Ada/NNP spoke/VBD ./.": [],
    "in/IN Ada/NNP they/PRP spoke/VBD ./.": [],
    "the/DT Ada/NNP spoke/VBD ./.": [],
    "in/IN Odo/NNP Marsh/NNP they/PRP spoke/VBD ./.": [],
    "Odo/NNP Marsh/NNP spoke/VBD ./.": [],
    "the/DT firm/NN Ada/NNP spoke/VBD ./.": [],
    "chairman/NN of/IN Ada/NNP spoke/VBD ./.": [],
    "Ada/NNP 's/POS chairman/NN spoke/VBD ./.": [],
    "Ada/NNP Bank/NNP paid/VBD ./.": [],
    "Mr./NNP [Person|Marsh/NNP] spoke/VBD ./.": [
        "Marsh (male): Marsh",
    ],
    "in/IN [Person|Marsh/NNP] they/PRP spoke/VBD ./.": [
        "Marsh (None): Marsh",
    ],
    "the/DT firm/NN [Person|Marsh/NNP] spoke/VBD ./.": [],
    "the/DT firm/NN [Person|Marsh/NNP] 's/POS boss/NN spoke/VBD ./.": [
        "Marsh (None): Marsh",
    ],
    "chairman/NN of/IN [Person|Marsh/NNP] spoke/VBD ./.": [
        "Marsh (None): Marsh",
    ],
    "chairman/NN of/IN [Person|Odo/NNP Marsh/NNP] spoke/VBD ./.": [
        "Odo Marsh (None): Odo Marsh",
    ],
    "[Person|Marsh/NNP] 's/POS chairman/NN spoke/VBD ./.": [
        "Marsh (None): Marsh",
    ],
    "[Person|Marsh/NNP] 's/POS sister/NN spoke/VBD ./.": [
        "Marsh (None): Marsh",
    ],
    "[Person|Marsh/NNP Bank/NNP] spoke/VBD ./.": [],
    "[Person|Marsh/NNP] Bank/NNP spoke/VBD ./.": [],
    "[Person|Marsh/NNP] bank/NN spoke/VBD ./.": [
        "Marsh (None): Marsh",
    ],
    "[Person|Elmford/NNP Mayor/NNP] spoke/VBD ./.": [],
    "[Person|Dutch/NNP Mayor/NNP] spoke/VBD ./.": [],
    "[Person|MARSH/NNP] spoke/VBD ./.": [],
    "the/DT [Person|Dane/NNP] spoke/VBD ./.": [],
    "[Person|Dane/NNP] spoke/VBD ./.": [
        "Dane (male): Dane",
    ],
    "Mr./NNP [Person|Dane/NNP] spoke/VBD ./.": [
        "Dane (male): Dane",
    ],
    "Odo/NNP [Location|Marsh/NNP] spoke/VBD ./.": [],
    "[Location|Odo/NNP Marsh/NNP] spoke/VBD ./.": [],
    "[Organization|Odo/NNP Marsh/NNP] ,/, 44/CD ,/, spoke/VBD ./.": [
        "Odo Marsh (None): Odo Marsh",
    ],
    "Xi/NNP Daoming/NNP said/VBD so/RB ./.": [
        "Xi Daoming (None): Xi Daoming",
    ],
    "J./NNP Marsh/NNP said/VBD so/RB ./.": [],
    "so/RB said/VBD J./NNP Marsh/NNP ./.": [],
    "Odo/NNP Marsh/NNP said/VBD so/RB ./.": [
        "Odo Marsh (None): Odo Marsh",
    ],
    "Odo/NNP Marsh/NNP ,/, who/WP sings/VBZ ,/, left/VBD ./.": [
        "Odo Marsh (None): Odo Marsh",
    ],
    "a/DT Dane/NNP spoke/VBD ./.": [],
    "[Person|Ada/NNP Dane/NNP] spoke/VBD ./.": [
        "Ada Dane (female): Ada Dane",
    ],
    "The/DT [NORP|Dutch/NNP] won/VBD ./.": [],
    "\"/`` Ada/NNP ,/, \"/'' said/VBD Marsh/NNP ./.": [],
}
TOGETHER = {
    (
        "[Person|Bill/NNP] and/CC [Person|Ann/NNP Roe/NNP] spoke/VBD ./.\n"
        "[Person|Bill/NNP Roe/NNP] left/VBD ./."
    ): [
        "Bill Roe (male): Bill, Bill Roe",
        "Ann Roe (female): Ann Roe",
    ],
    "Mr./NNP [Person|Bill/NNP] and/CC [Person|Ann/NNP Roe/NNP] spoke/VBD ./.": [
        "Bill (male): Bill",
        "Ann Roe (female): Ann Roe",
    ],
    (
        "President/NNP [Person|Roe/NNP] spoke/VBD ./.\n"
        "First/JJ lady/NN [Person|Ada/NNP Roe/NNP] listened/VBD ./.\n"
        "[Person|Roe/NNP] left/VBD ./."
    ): [
        "Roe (None): Roe, Roe",
        "Ada Roe (female): Ada Roe",
    ],
    (
        "Mr./NNP [Person|Roe/NNP] spoke/VBD ./.\n"
        "His/PRP$ wife/NN ,/, [Person|Ada/NNP Roe/NNP] ,/, listened/VBD ./.\n"
        "Mr./NNP [Person|Roe/NNP] left/VBD ./."
    ): [
        "Roe (male): Roe, Roe",
        "Ada Roe (female): Ada Roe",
    ],
    ("The/DT Roe/NNP campaign/NN grew/VBD ./.\n[Person|Ada/NNP Roe/NNP] listened/VBD ./."): [
        "Ada Roe (female): Roe, Ada Roe",
    ],
    "[Person|Roe/NNP] and/CC [Person|Ada/NNP Roe/NNP] spoke/VBD ./.": [
        "Roe (None): Roe",
        "Ada Roe (female): Ada Roe",
    ],
    "[Person|Roe/NNP] met/VBD [Person|Ada/NNP Roe/NNP] ./.": [
        "Ada Roe (female): Roe, Ada Roe",
    ],
    (
        "Judge/NNP [Person|Roe/NNP] spoke/VBD ./.\n"
        "Judge/NNP [Person|Roe/NNP] left/VBD ./.\n"
        "Mayor/NNP [Person|Ada/NNP Roe/NNP] listened/VBD ./."
    ): [
        "Roe (None): Roe, Roe",
        "Ada Roe (female): Ada Roe",
    ],
    (
        "Judge/NNP [Person|Roe/NNP] spoke/VBD ./.\n"
        "Judge/NNP [Person|Roe/NNP] left/VBD ./.\n"
        "Judge/NNP [Person|Ada/NNP Roe/NNP] listened/VBD ./."
    ): [
        "Ada Roe (female): Roe, Roe, Ada Roe",
    ],
    ("[Person|Ada/NNP Roe/NNP Jr./NNP] spoke/VBD ./.\n[Person|Roe/NNP] left/VBD ./."): [
        "Ada Roe Jr. (female): Ada Roe Jr., Roe",
    ],
    ("[Person|Roe/NNP] spoke/VBD ./.\n[Person|Ada/NNP Roe/NNP Jr./NNP] left/VBD ./."): [
        "Roe (None): Roe",
        "Ada Roe Jr. (female): Ada Roe Jr.",
    ],
    "[Person|Tom/NNP Roe/NNP Jr./NNP] met/VBD [Person|Tom/NNP Roe/NNP Sr./NNP] ./.": [
        "Tom Roe Jr. (male): Tom Roe Jr.",
        "Tom Roe Sr. (male): Tom Roe Sr.",
    ],
    ("[Person|Tom/NNP Roe/NNP Jr./NNP] spoke/VBD ./.\n[Person|Thomas/NNP Roe/NNP] left/VBD ./."): [
        "Tom Roe Jr. (male): Tom Roe Jr., Thomas Roe",
    ],
    (
        "[Person|Ada/NNP Roe/NNP] spoke/VBD ./.\n"
        "[Person|Odo/NNP Roe/NNP] spoke/VBD ./.\n"
        "[Person|Ada/NNP] left/VBD ./."
    ): [
        "Ada Roe (female): Ada Roe, Ada",
        "Odo Roe (None): Odo Roe",
    ],
    (
        "[Person|Ada/NNP Roe/NNP] spoke/VBD ./.\n"
        "[Person|Odo/NNP Roe/NNP] spoke/VBD ./.\n"
        "[Person|Roe/NNP] left/VBD ./."
    ): [
        "Ada Roe (female): Ada Roe",
        "Odo Roe (None): Odo Roe, Roe",
    ],
    (
        "[Person|Ada/NNP Roe/NNP] said/VBD so/RB ./.\n"
        "[Person|Odo/NNP Roe/NNP] ,/, her/PRP$ brother/NN ,/, sat/VBD ./.\n"
        "[Person|Roe/NNP] said/VBD it/PRP ./."
    ): [
        "Ada Roe (female): Ada Roe, Roe",
        "Odo Roe (None): Odo Roe",
    ],
    (
        "[Person|Ada/NNP Roe/NNP] met/VBD her/PRP$ brother/NN [Person|Odo/NNP Roe/NNP]"
        " ./.\n"
        "[Person|Roe/NNP] left/VBD ./."
    ): [
        "Ada Roe (female): Ada Roe, Roe",
        "Odo Roe (male): Odo Roe",
    ],
    (
        "[Person|Ada/NNP Roe/NNP] came/VBD ./.\n"
        "[Person|Ada/NNP] met/VBD [Person|Odo/NNP Roe/NNP] ./.\n"
        "[Person|Roe/NNP] left/VBD ./."
    ): [
        "Ada Roe (female): Ada Roe, Ada",
        "Odo Roe (None): Odo Roe, Roe",
    ],
    ("[Person|William/NNP Roe/NNP] spoke/VBD ./.\n[Person|Bill/NNP Roe/NNP] left/VBD ./."): [
        "William Roe (male): William Roe, Bill Roe",
    ],
    ("[Person|Ada/NNP B./NNP Roe/NNP] spoke/VBD ./.\n[Person|Ada/NNP Roe/NNP] left/VBD ./."): [
        "Ada B. Roe (female): Ada B. Roe, Ada Roe",
    ],
    (
        "[Person|Ana/NNP Soto/NNP Ferrer/NNP] spoke/VBD ./.\n"
        "[Person|Soto/NNP] left/VBD ./.\n"
        "[Person|Ana/NNP Soto/NNP] slept/VBD ./."
    ): [
        "Ana Soto Ferrer (female): Ana Soto Ferrer, Soto, Ana Soto",
    ],
    (
        "[Person|Xi/NNP Daoming/NNP] spoke/VBD ./.\n"
        "[Person|Xi/NNP] left/VBD ./.\n"
        "[Person|Daoming/NNP] slept/VBD ./."
    ): [
        "Xi Daoming (None): Xi Daoming, Xi, Daoming",
    ],
}
HEADLINES = {
    (
        "Ada/NNP Marsh/NNP Presses/VBZ Senate/NNP On/IN Dams/NNPS\n"
        "\n"
        "[Person|Ada/NNP Marsh/NNP] spoke/VBD ./."
    ): [
        "Ada Marsh (female): Ada Marsh, Ada Marsh",
    ],
    ("Hope/NNP Springs/NNP Sues/VBZ Over/IN Every/DT River/NN\n\nIt/PRP rained/VBD ./."): [],
    (
        "[Person|Ada/NNP Early/NNP] spoke/VBD ./.\n"
        "Early/RB said/VBD so/RB ./.\n"
        "Early/RB rain/NN fell/VBD ./."
    ): [
        "Ada Early (female): Ada Early, Early",
    ],
}
BODIES = {
    (
        "The/DT Coastal/NNP Water/NNP Authority/NNP (/-LRB- CWA/NNP )/-RRB- met/VBD ./.\n"
        "CWA/NNP paid/VBD ./."
    ): [
        "Coastal Water Authority: Coastal Water Authority, CWA, CWA",
    ],
    (
        "The/DT CWA/NNP (/-LRB- Coastal/NNP Water/NNP Authority/NNP )/-RRB- met/VBD ./.\n"
        "CWA/NNP paid/VBD ./."
    ): [
        "Coastal Water Authority: CWA, Coastal Water Authority, CWA",
    ],
    ("The/DT Coastal/NNP Water/NNP Authority/NNP met/VBD ./.\nCWA/NNP paid/VBD ./."): [
        "Coastal Water Authority: Coastal Water Authority, CWA",
    ],
    (
        "The/DT Coastal/NNP Water/NNP Authority/NNP (/-LRB- Coastal/NNP )/-RRB- met/VBD"
        " ./.\n"
        "Coastal/NNP paid/VBD ./."
    ): [
        "Coastal Water Authority: Coastal Water Authority",
    ],
    (
        "The/DT Board/NNP of/IN Water/NNP ,/, Gas/NNP and/CC Light/NNP (/-LRB- BWGL/NNP"
        " )/-RRB- met/VBD ./."
    ): [
        "Board of Water, Gas and Light: Board of Water, Gas and Light, BWGL",
    ],
    ("[Organization|Halden/NNP Group/NNP] met/VBD ./.\n[Organization|Halden/NNP] paid/VBD ./."): [
        "Halden Group: Halden Group, Halden",
    ],
    (
        "[Organization|Halden/NNP Group/NNP] met/VBD [Organization|Halden/NNP Bank/NNP]"
        " ./.\n"
        "[Organization|Halden/NNP] paid/VBD ./."
    ): [
        "Halden Group: Halden Group",
        "Halden Bank: Halden Bank",
        "Halden: Halden",
    ],
    "The/DT Ministry/NNP of/IN Trade/NNP and/CC Industry/NNP met/VBD ./.": [
        "Ministry of Trade and Industry: Ministry of Trade and Industry",
    ],
    "The/DT Office/NNP for/IN the/DT Aged/NNP met/VBD ./.": [
        "Office for the Aged: Office for the Aged",
    ],
    "The/DT Ada/NNP Marsh/NNP Foundation/NNP met/VBD ./.": [
        "Ada Marsh Foundation: Ada Marsh Foundation",
    ],
    "Dr./NNP [Person|Ada/NNP Marsh/NNP] of/IN Elmford/NNP Institute/NNP met/VBD ./.": [],
    "Elmford/NNP Bank/NNP Governor/NNP [Person|Ada/NNP Marsh/NNP] met/VBD them/PRP ./.": [
        "Elmford Bank: Elmford Bank",
    ],
    (
        "Elmford/NNP Bank/NNP Deputy/NNP Governor/NNP [Person|Ada/NNP Marsh/NNP] met/VBD"
        " them/PRP ./."
    ): [
        "Elmford Bank: Elmford Bank",
    ],
    "Acme/NNP ,/, a/DT small/JJ town/NN ,/, met/VBD ./.": [],
    "NATO/NNP met/VBD ./.": [
        "NATO: NATO",
    ],
    "[Location|Elmford/NNP] met/VBD ./.": [],
    "[Facility|Elmford/NNP Hall/NNP] met/VBD ./.": [
        "Elmford Hall: Elmford Hall",
    ],
    "The/DT Greens/NNPS met/VBD ./.": [
        "Greens: Greens",
    ],
    ("Labour/NNP met/VBD ./.\nThe/DT Labour/NNP Party/NNP paid/VBD ./."): [
        "Labour Party: Labour, Labour Party",
    ],
    "The/DT [NORP|Dutch/NNPS] met/VBD ./.": [],
    "Sweden/NNP met/VBD ./.": [],
    "[Organization|Sweden/NNP] met/VBD ./.": [],
    (
        "Coastal/NNP Water/NNP Authority/NNP Sues/VBZ Elmford/NNP Bank/NNP Over/IN"
        " Fees/NNS\n"
        "\n"
        "It/PRP rained/VBD all/DT day/NN ./."
    ): [],
    (
        "Coastal/NNP Water/NNP Authority/NNP Sues/VBZ Elmford/NNP Bank/NNP Over/IN"
        " Fees/NNS\n"
        "\n"
        "The/DT Coastal/NNP Water/NNP Authority/NNP met/VBD ./."
    ): [
        "Coastal Water Authority: Coastal Water Authority",
    ],
    "[Organization|Kanal/NNP -/HYPH 5/CD] met/VBD ./.": [
        "Kanal-5: Kanal-5",
    ],
    "University/NNP of/IN Elmford/NNP met/VBD ./.": [
        "University of Elmford: University of Elmford",
    ],
    "The/DT Board/NNP of/IN Water/NNP and/CC Sewage/NNP met/VBD ./.": [
        "Board of Water and Sewage: Board of Water and Sewage",
    ],
    "The/DT Elmford/NNP and/CC Harbour/NNP Board/NNP met/VBD ./.": [
        "Elmford and Harbour Board: Elmford and Harbour Board",
    ],
    "The/DT Elmford/NNP Council/NNP and/CC Harbour/NNP Board/NNP met/VBD ./.": [
        "Elmford Council: Elmford Council",
        "Harbour Board: Harbour Board",
    ],
    "The/DT Elmford/NNP Council/NNP and/CC [Person|Ada/NNP Marsh/NNP] met/VBD ./.": [
        "Elmford Council: Elmford Council",
    ],
    (
        "Members/NNS of/IN the/DT National/NNP Union/NNP of/IN Ferry/NNP Workers/NNPS"
        " met/VBD ./.\n"
        "NUFW/NNP paid/VBD ./."
    ): [
        "National Union of Ferry Workers: National Union of Ferry Workers, NUFW",
    ],
    "The/DT Harbour/NNP Board/NNP 's/POS Office/NNP met/VBD ./.": [
        "Harbour Board: Harbour Board",
        "Office: Office",
    ],
}


@pytest.mark.parametrize(("tagged", "expected"), TITLES.items())
def test_titles_ranks_and_positions_are_no_part_of_a_name(
    tagged: str, expected: list[str], read: Read
) -> None:
    article = read(tagged)

    found = people(article)

    shown = [f"{each.name} ({each.sex}): {_forms(article, each.mentions)}" for each in found]
    assert shown == expected


@pytest.mark.parametrize(("tagged", "expected"), SHAPES.items())
def test_particles_hyphens_nicknames_and_syllables_belong_to_a_name(
    tagged: str, expected: list[str], read: Read
) -> None:
    article = read(tagged)

    found = people(article)

    shown = [f"{each.name} ({each.sex}): {_forms(article, each.mentions)}" for each in found]
    assert shown == expected


@pytest.mark.parametrize(("tagged", "expected"), SHOWN.items())
def test_the_words_around_show_whether_a_capitalised_word_is_a_person(
    tagged: str, expected: list[str], read: Read
) -> None:
    article = read(tagged)

    found = people(article)

    shown = [f"{each.name} ({each.sex}): {_forms(article, each.mentions)}" for each in found]
    assert shown == expected


@pytest.mark.parametrize(("tagged", "expected"), TOGETHER.items())
def test_people_of_one_surname_are_told_apart(tagged: str, expected: list[str], read: Read) -> None:
    article = read(tagged)

    found = people(article)

    shown = [f"{each.name} ({each.sex}): {_forms(article, each.mentions)}" for each in found]
    assert shown == expected


@pytest.mark.parametrize(("tagged", "expected"), HEADLINES.items())
def test_capitals_of_a_headline_name_only_whom_the_article_names(
    tagged: str, expected: list[str], read: Read
) -> None:
    article = read(tagged)

    found = people(article)

    shown = [f"{each.name} ({each.sex}): {_forms(article, each.mentions)}" for each in found]
    assert shown == expected


@pytest.mark.parametrize(("tagged", "expected"), BODIES.items())
def test_bodies_have_their_fullest_name_and_all_of_their_places(
    tagged: str, expected: list[str], read: Read
) -> None:
    article = read(tagged)

    found = organisations(article, people(article))

    shown = [f"{each.name}: {_forms(article, each.mentions)}" for each in found]
    assert shown == expected
