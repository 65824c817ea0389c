"""Derive directory/bundled/places.csv from the reference data (places.csv, areas.csv and postcodes.csv).

    python tools/bundle_places.py FOLDER_OF_THE_REFERENCE_DATA

Places: GeoNames (CC BY 4.0). Districts and postcode districts: Office for National Statistics (Open
Government Licence v3). Which office serves which district is our assumption, except where the place is
what the office is of; outside the four areas that the sources describe no office is known.
"""

import csv
import re
import sys
from collections import defaultdict
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
AREAS = {
    "C01": "northumbria",
    "C02": "cumbria-and-lancashire",
    "C03": "durham-tees-valley",
    "C04": "hlny",
    "C05": "west-yorkshire",
    "C06": "merseyside",
    "C07": "cgm",
    "C08": "dlnr",
    "C09": "south-yorkshire",
    "C10": "wales",
    "C11": "swm",
    "C12": "west-mercia",
    "C13": "bench",
    "C14": "norfolk-and-suffolk",
    "C15": "bgsw",
    "C16": "thames-valley",
    "C17": "london",
    "C18": "essex",
    "C19": "ddc",
    "C20": "hiow",
    "C21": "kss",
}
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
# Counties, regions and short names of areas that the reference data leaves out; general knowledge.
REGIONS = {
    "northumbria": "Northumbria|Tyne and Wear|Tyneside|Wearside",
    "cumbria-and-lancashire": "Cumbria and Lancashire|Lancs",
    "durham-tees-valley": "Durham Tees Valley|Tees Valley|Teesside|Cleveland|DTV",
    "hlny": "Humberside|Yorkshire|HLNY|East Yorkshire|East Riding",
    "west-yorkshire": "West Yorkshire|Yorkshire|West Yorks",
    "merseyside": "Merseyside",
    "cgm": "Greater Manchester|Cheshire|CGM",
    "dlnr": "DLNR|East Midlands",
    "south-yorkshire": "South Yorkshire|Yorkshire|South Yorks",
    "wales": "Wales|South Wales|North Wales|Mid Wales|West Wales|Gwent|Dyfed|Clwyd",
    "swm": "West Midlands|Black Country|Staffs",
    "bench": "Bedfordshire|Beds|Herts|Northants|Cambs",
    "norfolk-and-suffolk": "Norfolk and Suffolk|East Anglia",
    "bgsw": "Avon|Glos|Wilts",
    "ddc": "Devon and Cornwall",
    "hiow": "Hampshire and Isle of Wight|Hants",
    "kss": "Kent Surrey and Sussex|Sussex|KSS",
}
NAMES = {  # as the reference data has it: as people say it
    "Herefordshire, County of": "Herefordshire",
    "Shropshire (county)": "Shropshire",
    "Rutland (county)": "Rutland",
    "Bristol, City of": "Bristol",
    "Kingston upon Hull, City of": "Kingston upon Hull",
    "Basford, Stoke-on-Trent": "Basford",
    "Church End, Eversholt": "Church End",
}
NO_NAMES = frozenset({"Chapel en"})  # cut short by mistake in the reference data
MAINLY = 0.8  # a postcode district that lies so far in one place is not asked about
HARDLY = 0.1  # what lies there of it counts for nothing

Row = dict[str, str]
Offices = dict[tuple[str, str], str]


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
    if area == "dlnr":
        return "rutland" if name == "Rutland" else slug(district["county"])
    return ""


def source_of(place: Row) -> str:
    """A short name of the source; NOTICE spells them out."""
    if "GeoNames" in place["source"]:
        return "GeoNames"
    return "ONS" if place["kind"] == "district" else "general knowledge"


def row_of(name: str, kind: str, area: str, **more: str) -> Row:
    """A row with nothing in the columns that are not given."""
    return {**dict.fromkeys(COLUMNS, ""), "name": name, "kind": kind, "area": area, **more}


def bundled(place: Row, offices: Offices) -> Row:
    """A row of the bundled file from a row of the reference data."""
    area, name = AREAS[place["area_code"]], NAMES.get(place["name"], place["name"])
    names = dict.fromkeys((*place["alternative_names"].split("|"), place["name"]))
    others = [other for other in names if other not in NO_NAMES | {name, ""} and is_said(other)]
    if place["kind"] == "county":
        office = slug(name) if slug(name) in COUNTIES else ""
    else:
        office = offices.get((area, place["lad_name_2014"]), "")
    is_what_the_office_is_of = office in {slug(each) for each in (name, *others)}
    return row_of(
        name,
        place["kind"],
        area,
        alternative_names="|".join(others),
        district=NAMES.get(place["lad_name_2014"], place["lad_name_2014"]),
        office=office,
        population=place["population"] if place["population"] != "0" else "",
        source=source_of(place),
        assumed="" if is_what_the_office_is_of or not office else "yes",
    )


def is_said(name: str) -> bool:
    """Whether anybody would write the name like this: no brackets, no district after a comma."""
    return "(" not in name and ", " not in name and not name.endswith("'")


def counties(districts: list[Row], known: set[str]) -> Iterator[Row]:
    """The counties that districts name and the regions above, where the reference data has no row."""
    for county, area in sorted({(row["county"], AREAS[row["area_code"]]) for row in districts}):
        if county and county not in known:
            yield row_of(county, "county", area, source="general knowledge")
    for area, names in REGIONS.items():
        for name in names.split("|"):
            yield row_of(name, "county", area, source="general knowledge")


def postcodes(rows: list[Row], offices: Offices) -> Iterator[Row]:
    """Each postcode district once for every office or area that it lies in for more than a little."""
    shares: dict[str, dict[tuple[str, str], float]] = defaultdict(lambda: defaultdict(float))
    district: dict[tuple[str, str, str], str] = {}
    for row in sorted(rows, key=lambda row: -float(row["share"])):
        area = AREAS[row["area_code"]]
        office = offices.get((area, row["lad_name_2014"]), "")
        shares[row["outcode"]][area, office] += float(row["share"])
        district.setdefault((row["outcode"], area, office), row["lad_name_2014"])
    for code, places in shares.items():
        most = max(places.values())
        for (area, office), share in places.items():
            if share < HARDLY or (share < most and most >= MAINLY):
                continue
            lies_in = NAMES.get(name := district[code, area, office], name)
            assumed = "yes" if office else ""
            yield row_of(
                code, "postcode", area, district=lies_in, office=office, source="ONS", assumed=assumed
            )


def rows_of(file: Path) -> list[Row]:
    """The rows of a file of the reference data."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def main(folder: Path) -> int:
    """Write the bundled file anew; how many places it holds."""
    districts = rows_of(folder / "areas.csv")
    offices = {
        (area, row["lad_name_2014"]): office_of_district(area, row)
        for row in districts
        if (area := AREAS[row["area_code"]])
    }
    places = [bundled(row, offices) for row in rows_of(folder / "places.csv")]
    places += counties(districts, {row["name"] for row in places})
    places += postcodes(rows_of(folder / "postcodes.csv"), offices)
    unique = {(row["area"], row["kind"], row["name"], row["district"], row["office"]): row for row in places}
    with BUNDLED.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(unique[key] for key in sorted(unique))
    return len(unique)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/bundle_places.py FOLDER_OF_THE_REFERENCE_DATA")
    sys.stdout.write(f"{main(Path(sys.argv[1]))} places written to {BUNDLED.name}\n")
