"""``kiosk hub sums``: work out what a pack carries of how its site is visited."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output
from kiosk.model.errors import KioskError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    add_database_argument(parser)
    parser.add_argument("--site", metavar="ID", required=True, help="of this site")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        required=True,
        help="guide_sums.toml in the pack's source; one that the hub wrote before is replaced",
    )
    parser.add_argument(
        "--weeks",
        type=int,
        # The same as on the hub's pages: free dates would let one report be taken from another.
        choices=(4, 13, 52),
        default=52,
        help="of how many whole weeks before this one (default: %(default)s)",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Write the file and say what is in it; 1 where too few visits came to tell anything."""
    from kiosk.hub.database import open_database
    from kiosk.hub.guide_sums import choose_days, format_sums, make_sums
    from kiosk.hub.rollup_reading import list_sites
    from kiosk.hub.rollups import Rollups
    from kiosk.hub.source_text import write_own

    days = choose_days(arguments.weeks, datetime.now(UTC).date())
    with closing(open_database(choose_database(arguments))) as database:
        while Rollups(database).fold():
            pass
        with database.reading() as connection:
            if arguments.site not in list_sites(connection):
                raise _refuse(arguments.site)
            sums = make_sums(connection, arguments.site, days)
    record = {"site": arguments.site, "visits": sums.visits, "first": days.first, "until": days.last}
    if not sums.visits:
        words = f"{days.first} to {days.last}: too few visits of {arguments.site} to tell anything. Nothing was written."
        out.answer({**record, "file": None}, words)
        return 1
    write_own(arguments.out, format_sums(sums))
    counts = {"stops": len(sums.stops), "moves": len(sums.moves), "ratings": sum(sums.ratings)}
    words = (
        f"{days.first} to {days.last}: {sums.visits:,} visits, {len(sums.stops)} stops, {len(sums.moves)} moves,"
        f" {sum(sums.ratings):,} ratings are in {arguments.out}; what rests on few is left out"
    )
    out.answer({**record, **counts, "file": str(arguments.out)}, words)
    return 0


def _refuse(site: str) -> KioskError:
    return KioskError(
        "Nothing was written",
        thing=site,
        expected="a site of which visits were told",
        found="none",
        remedy="Look at the id of the site on the hub's pages",
        code="app.site-without-visits",
    )
