"""``newstui config``, ``keys``, ``themes`` and ``completion``: the program's own things."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from typing import TYPE_CHECKING, BinaryIO, Final

import click

from newstui import paths
from newstui.cli import exits, places
from newstui.cli.options import given, json_option
from newstui.cli.output import note, say, say_bytes, say_json, say_table

if TYPE_CHECKING:
    from newstui.archive.state import State

_COLON: Final = """\
# bash breaks words at colons unless told otherwise, and `p:name` is one word
COMP_WORDBREAKS=${COMP_WORDBREAKS//:}
"""


@click.command("config")
@json_option
@click.pass_context
def config_command(ctx: click.Context, as_json: bool) -> int:
    """Show the settings in effect and the files they come from; faults in the files make the exit code 2."""
    settings, faults = places.settings()
    values = {one.name: getattr(settings, one.name) for one in fields(settings)}
    if as_json:
        say_json({**values, "keys": dict(settings.keys), "files": [str(path) for path in paths.config_files()]})
    else:
        for path in paths.config_files():
            say(f"# {path}{'' if path.exists() else ' (not there)'}")
        for name, value in values.items():
            say(f"{name} = {dict(value) if name == 'keys' else value!r}")
        say(f"# archive: {places.named(given(ctx).archive)}")
        say(f"# state: {paths.state()}\n# own themes: {paths.user_themes()}")
    for fault in faults:
        note(fault)
    return exits.USAGE if faults else exits.FINE


@click.command("keys")
@json_option
@click.pass_context
def keys_command(ctx: click.Context, as_json: bool) -> int:
    """List every key of the screen, as this user has them; the ids are what `keys` in config.toml names."""
    from newstui.tui.commands import GROUPS, keymap, shown
    from newstui.tui.language import LANGUAGES, language, settle

    settle(given(ctx).lang, places.settings()[0].language)
    table, unknown = keymap(places.settings()[0].keys)
    if as_json:
        for one in table.commands:
            say_json({"id": one.id, "keys": one.keys, "where": one.where, "label": one.label, "help": one.help})
    else:
        rows = [
            (" ".join(map(shown, one.keys)), one.id, GROUPS[one.group][LANGUAGES.index(language())], one.help)
            for one in table.commands
        ]
        say_table(rows, ("KEYS", "COMMAND", "GROUP", "DOES"))
    for id in unknown:
        note(f"config: keys: no command {id!r}")
    return exits.USAGE if unknown else exits.FINE


@click.command("themes")
@json_option
def themes_command(as_json: bool) -> int:
    """List the themes: the shipped ones and the user's own."""
    for path in [*sorted(paths.themes().glob("*.toml")), *sorted(paths.user_themes().glob("*.toml"))]:
        try:
            title = tomllib.loads(path.read_text(encoding="utf-8")).get("title", {})
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            note(f"{path}: {error}")
            continue
        if as_json:
            say_json({"name": path.stem, "title": title, "path": str(path)})
        else:
            say(f"{path.stem:<12}{'  '.join(title.values())}".rstrip())
    return exits.FINE


@click.command("saved")
@click.option("--export", "out", is_flag=True, help="Print them as TOML, to be shared.")
@click.option("--import", "shared", type=click.File("rb"), metavar="FILE", help="Take over those of a shared file.")
@json_option
def saved_command(out: bool, shared: BinaryIO | None, as_json: bool) -> int:
    """List the user's saved searches, or hand them on: --export > file, --import file."""
    from newstui.archive import saved
    from newstui.archive.state import State

    with State(paths.state()) as state:
        if shared:
            return _take(state, shared.read())
        searches = state.searches()
    if out:
        say_bytes(saved.render(searches).encode())
    elif as_json:
        for name, query in searches.items():
            say_json({"name": name, "query": query})
    elif searches:
        say_table(searches.items(), ("NAME", "QUERY"))
    else:
        note("No searches are saved yet; `v` on the screen saves one.")
        return exits.NOTHING
    return exits.FINE


def _take(state: State, shared: bytes) -> int:
    from newstui.archive import saved

    try:
        searches, faults = saved.read(shared.decode("utf-8-sig"))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--import") from None
    if state.notice:
        note(str(state.notice))
        return exits.ARCHIVE
    note(f"{state.save_searches(searches):,} searches new or changed")
    for fault in faults:
        note(f"not taken: {fault}")
    return exits.INPUT if faults else exits.FINE


@click.command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion_command(shell: str) -> int:
    """Print the completion script of a shell, for instance into ~/.local/share/bash-completion/completions/newstui."""
    from click.shell_completion import get_completion_class

    from newstui.cli.main import newstui

    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(newstui, {}, "newstui", "_NEWSTUI_COMPLETE").source()
    say_bytes((_COLON if shell == "bash" else "").encode() + script.encode())
    return exits.FINE
