"""The kinds of findings in a table: how much each matters and what staff are told to do.

The remedies name what to do in the spreadsheet; ``instead`` says what is done with ``--accept``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.packs.findings import Severity

BLOCKS, ASK, NOTE = Severity.ERROR, Severity.ASK, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. ``instead`` is what happens when the author accepts it, "" for a mere note."""

    severity: Severity
    what: str
    remedy: str
    instead: str = ""


_NOTHING = "nothing need be done"

KINDS: dict[str, Kind] = {
    # The file
    "table_unreadable": Kind(BLOCKS, "the table cannot be read:", "save it as CSV or .xlsx"),
    "encoding_not_utf8": Kind(
        NOTE, "the file is not UTF-8; it was read as", "look at a few letters with accents"
    ),
    "encoding_mixed": Kind(
        NOTE, "the file mixes encodings; these rows are in another one:", "look at their accents"
    ),
    "separator_not_comma": Kind(NOTE, "its fields are separated by", _NOTHING),
    "separator_line": Kind(NOTE, "the first line only names the separator:", _NOTHING),
    "quote_not_closed": Kind(
        ASK,
        "a quotation mark is opened and never closed",
        "take the mark away, or write it twice within a quoted field",
        "the row is taken as it stands",
    ),
    "sheet_not_first": Kind(NOTE, "the stops are on the sheet", _NOTHING),
    "sheet_not_used": Kind(
        NOTE, "this sheet was not read:", "move its stops to the sheet of the others, if it has any"
    ),
    "sheets_rival": Kind(
        ASK,
        "this sheet has stops, too, and was not read:",
        'put all stops on one sheet, or name the sheet in the map file: [table] sheet = "..."',
        "only the first such sheet is read",
    ),
    # Headings and rows
    "heading_row_not_first": Kind(
        NOTE, "the headings stand further down; what is above was not read:", _NOTHING
    ),
    "heading_repeated": Kind(NOTE, "the headings come again; the row was left out", _NOTHING),
    "headings_other_words": Kind(NOTE, "headings were matched:", "name them in a map file if one is wrong"),
    "headings_missing": Kind(
        BLOCKS,
        "no row has the headings",
        "write stop_number, language and title above the columns, or give a map file",
    ),
    "no_stops": Kind(
        BLOCKS, "no row under the headings is a stop", "fill in stop_number, language and title"
    ),
    "column_missing": Kind(
        BLOCKS, "there is no column for", "add it, or name your own heading for it in a map file"
    ),
    "column_not_used": Kind(
        NOTE, "a column was not read:", "name it in a map file if it is one of the template's"
    ),
    "merged_cells": Kind(NOTE, "cells are merged; their value was taken for every row they cover", _NOTHING),
    "blank_rows": Kind(NOTE, "empty rows were left out", _NOTHING),
    "not_a_stop": Kind(NOTE, "this is a sum, a remark or a separator and was left out:", _NOTHING),
    "too_few_fields": Kind(
        BLOCKS,
        "the row has fewer fields than there are headings:",
        "fill in what is missing, and put quotation marks round a text of several lines",
        "the row is taken as put together, what is missing as empty",
    ),
    "too_many_fields": Kind(
        BLOCKS,
        "the row has more fields than there are headings:",
        "put quotation marks round the text that has the separator in it",
        "the row is taken as put together, or left out where it could not be",
    ),
    "left_out": Kind(NOTE, "left out, as the map file says", _NOTHING),
    # Numbers
    "stop_number_missing": Kind(
        ASK, "there are texts but no stop number:", "write the number", "the row is left out"
    ),
    "number_unusable": Kind(
        ASK,
        "this is no stop number:",
        "write up to 12 letters or digits, say 12 or 12a",
        "the row is left out",
    ),
    "number_used_twice": Kind(
        ASK,
        "one number stands for different stops:",
        "give one of them another number",
        "both keep it, and visitors are asked which they mean",
    ),
    "row_repeated": Kind(NOTE, "the row is the same as an earlier one and was left out:", _NOTHING),
    "number_written_as_decimal": Kind(
        NOTE, "a whole number is written with decimals; it was read without", _NOTHING
    ),
    "number_may_have_lost_a_zero": Kind(
        ASK,
        "the number may have lost a zero at its end:",
        "set the column to Text and type the number again, say 2.10",
        "the number is taken as it stands",
    ),
    "date_instead_of_number": Kind(
        ASK,
        "the spreadsheet has made a date of what was typed:",
        "set the cell to Text and type it again",
        "a stop's number is left out with its row, any other is taken as shown",
    ),
    # Cells
    "formula_value_used": Kind(NOTE, "formulas; the results stored in the file were used", _NOTHING),
    "formula_without_value": Kind(
        ASK,
        "a formula whose result is not in the file",
        "open and save the file in the spreadsheet program, or type the value in",
        "the cell is taken as empty; without a number or language its row is left out",
    ),
    "error_value": Kind(
        ASK,
        "the cell shows an error of the spreadsheet:",
        "type the value in",
        "the cell is taken as empty; without a number or language its row is left out",
    ),
    "surrounding_spaces": Kind(NOTE, "spaces or invisible characters round a value were taken off", _NOTHING),
    "text_garbled": Kind(
        ASK,
        "letters were garbled before the table came here; it was mended so:",
        "save the original anew as UTF-8, or type the letters again",
        "the text is taken as mended",
    ),
    "text_very_long": Kind(
        NOTE, "the text is much longer than the others:", "tell it in two stops, or shorten it"
    ),
    "text_too_long": Kind(
        BLOCKS,
        "the text is longer than a pack can hold:",
        "shorten it, or tell it in two stops",
        "it is left out",
    ),
    "text_at_cell_limit": Kind(
        ASK,
        "the text has exactly the 32,767 characters that a cell can hold; its end is probably lost",
        "look at the original, and tell it in two stops",
        "the text is taken as it is",
    ),
    "text_has_markup": Kind(NOTE, "HTML marks in the text were taken out", "look at the paragraphs once"),
    "text_has_control_characters": Kind(
        NOTE, "invisible control characters in the text were taken out", _NOTHING
    ),
    "right_to_left_text": Kind(NOTE, "the text runs from right to left; the guide shows it so:", _NOTHING),
    "text_missing": Kind(NOTE, "nobody wrote a text for this stop:", "write one"),
    # Languages
    "language_other_words": Kind(NOTE, "languages were matched:", _NOTHING),
    "language_unknown": Kind(
        ASK,
        "this is no language that is known:",
        'write a tag such as "sv", or name it in the map file: [languages]',
        "the row is left out",
    ),
    "language_missing": Kind(NOTE, "not every stop has every language:", "translate what is missing"),
    "audience_rows": Kind(
        NOTE, "these rows are for other audiences:", "write a text; a title alone has no place of its own"
    ),
    "floor_unknown": Kind(
        NOTE, "this is no floor; it was not used:", "write a whole number, 0 for the ground"
    ),
    # Media
    "audio_missing": Kind(
        ASK,
        "the sound is not in the media folder:",
        "add the file or mend the name",
        "the text comes without sound",
    ),
    "image_missing": Kind(
        ASK,
        "the picture is not in the media folder:",
        "add the file or mend the name",
        "it comes without the picture",
    ),
    "name_case_differs": Kind(NOTE, "the file has other capitals than its name in the table:", _NOTHING),
    "name_form_differs": Kind(NOTE, "the file's name is written otherwise in the table:", _NOTHING),
    "file_not_used": Kind(NOTE, "no row names this file:", "name it in a row, or take it away"),
    "audio_unreadable": Kind(
        BLOCKS,
        "the sound cannot be decoded:",
        "save it again as MP3, WAV, FLAC or Opus",
        "the text comes without sound",
    ),
    "audio_empty": Kind(
        BLOCKS, "the sound file has no content:", "copy it again", "the text comes without sound"
    ),
    "audio_cut_short": Kind(
        ASK, "the sound ends in the middle:", "copy or export it again", "the text comes without sound"
    ),
    "file_type_differs_from_name": Kind(NOTE, "the content is of another type than the name says:", _NOTHING),
    "image_very_large": Kind(NOTE, "the picture is very large; a smaller copy will be made:", _NOTHING),
    "image_rotated_by_tag": Kind(NOTE, "the picture is turned as its orientation tag says:", _NOTHING),
    "image_colours_for_print": Kind(
        NOTE, "the picture has print colours (CMYK); it is converted:", "look at it once"
    ),
    "image_unreadable": Kind(
        BLOCKS,
        "the picture cannot be decoded completely:",
        "save it again as JPEG or PNG",
        "it comes without the picture",
    ),
    # Places
    "decimal_comma": Kind(NOTE, "coordinates are written with a decimal comma", _NOTHING),
    "coordinates_out_of_range": Kind(
        ASK, "there is no such place:", "write degrees such as 59.33411", "the stop comes without a place"
    ),
    "coordinates_swapped": Kind(
        ASK,
        "latitude and longitude seem to be exchanged:",
        "exchange the two cells",
        "they are exchanged",
    ),
    "coordinates_other_form": Kind(NOTE, "coordinates in another form were converted:", _NOTHING),
    "coordinates_half": Kind(
        NOTE, "only one of latitude and longitude is given; it was not used", "give both"
    ),
    # The tables beside it
    "map_entry_unused": Kind(NOTE, "an entry of the map file fits nothing:", "mend or take it out"),
}
