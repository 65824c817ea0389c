"""Derive directory/bundled/places.csv from the reference data (places.csv and areas.csv).

    python tools/bundle_places.py FOLDER_OF_THE_REFERENCE_DATA

Places: GeoNames (CC BY 4.0). Districts: Office for National Statistics (Open Government Licence v3).
Which office serves which district is our assumption, except where the place is what the office is of.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

BUNDLED = Path(__file__).resolve().parent.parent / "directory" / "bundled" / "places.csv"
COLUMNS = (
    "name",
    "kind",
    "alternative_names",
    "district",
    "area",
    "office",
    "population",
    "source",
    "assumed",
)
AREAS = {"C12": "west-mercia", "C16": "thames-valley", "C17": "london", "C08": "dlnr"}
WEST_MERCIA = {
    "Wyre Forest": "kidderminster",
    "Redditch": "redditch",
    "Bromsgrove": "redditch",
    "Worcester": "worcester",
    "Malvern Hills": "worcester",
    "Wychavon": "worcester",
    "Herefordshire, County of": "herefordshire",
    "Shropshire": "shropshire",
    "Telford and Wrekin": "telford-and-wrekin",
}
COUNTIES = {  # those that are one unit each; the others have several, or none
    "herefordshire",
    "shropshire",
    "oxfordshire",
    "buckinghamshire",
    "derbyshire",
    "leicestershire",
    "nottinghamshire",
    "rutland",
}
NAMES = {  # as the reference data has it: as people say it
    "Herefordshire, County of": "Herefordshire",
    "Shropshire (county)": "Shropshire",
    "Rutland (county)": "Rutland",
}
NO_NAMES = frozenset({"Chapel en"})  # cut short by mistake in the reference data

Row = dict[str, str]


def slug(name: str) -> str:
    """The id that a name makes: small letters, hyphens between words."""
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def office_of_district(area: str, district: Row) -> str:
    """The office or unit that serves a district of June 2014; empty where none is known."""
    name = district["lad_name_2014"]
    if area == "west-mercia":
        return WEST_MERCIA.get(name, "")
    if area == "thames-valley":
        return slug(district["ldu_crc"])
    if area == "london":
        return slug(name)
    return "rutland" if name == "Rutland" else slug(district["county"])


def source_of(place: Row) -> str:
    """A short name of the source; NOTICE spells them out."""
    if "GeoNames" in place["source"]:
        return "GeoNames"
    return "ONS" if place["kind"] == "district" else "general knowledge"


def bundled(place: Row, offices: dict[tuple[str, str], str]) -> Row:
    """A row of the bundled file from a row of the reference data."""
    area, name = AREAS[place["area_code"]], NAMES.get(place["name"], place["name"])
    names = dict.fromkeys((*place["alternative_names"].split("|"), place["name"]))
    others = [other for other in names if other not in NO_NAMES | {name, ""} and "(" not in other]
    if place["kind"] == "county":
        office = slug(name) if slug(name) in COUNTIES else ""
    else:
        office = offices[area, place["lad_name_2014"]]
    is_what_the_office_is_of = office in {slug(each) for each in (name, *others)}
    return {
        "name": name,
        "kind": place["kind"],
        "alternative_names": "|".join(others),
        "district": NAMES.get(place["lad_name_2014"], place["lad_name_2014"]),
        "area": area,
        "office": office,
        "population": place["population"] if place["population"] != "0" else "",
        "source": source_of(place),
        "assumed": "" if is_what_the_office_is_of or not office else "yes",
    }


def rows_of(file: Path) -> Iterator[Row]:
    """The rows about the four areas that the sources describe."""
    with file.open(encoding="utf-8", newline="") as opened:
        yield from (row for row in csv.DictReader(opened) if row["area_code"] in AREAS)


def main(folder: Path) -> int:
    """Write the bundled file anew; how many places it holds."""
    offices = {
        (AREAS[row["area_code"]], row["lad_name_2014"]): office_of_district(AREAS[row["area_code"]], row)
        for row in rows_of(folder / "areas.csv")
    }
    places = [bundled(row, offices) for row in rows_of(folder / "places.csv")]
    places.sort(key=lambda row: (row["area"], row["kind"], row["name"], row["district"]))
    with BUNDLED.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(places)
    return len(places)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/bundle_places.py FOLDER_OF_THE_REFERENCE_DATA")
    sys.stdout.write(f"{main(Path(sys.argv[1]))} places written to {BUNDLED.name}\n")
