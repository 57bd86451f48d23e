"""One person at the dashboard, without a browser: speaks to the server as Streamlit's own page does.

The messages are Streamlit's, over its web socket; the choices are those that the server itself offers. What a browser
does with the answers, drawing above all, is not done here, so times are the server's and the wire's alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

_CHOICE = "choose_"  # what the keys of the dashboard's own controls begin with
_AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN


@dataclass(slots=True)
class Choice:
    """A drop-down of the page: its widget, the options as they are written, and the one that is chosen."""

    widget: str
    options: list[str]
    chosen: str


@dataclass(slots=True)
class Reader:
    """A session of one person on one page; `choices` are the drop-downs of the last run, by name."""

    socket: ClientConnection
    page: str
    query: str = ""
    page_hash: str = ""
    choices: dict[str, Choice] = field(default_factory=dict)
    kept: dict[str, ForwardMsg] = field(default_factory=dict)
    received: int = 0

    @classmethod
    async def at(cls, address: str, page: str, query: str = "") -> Self:
        """Somebody who is about to open a page, named as in its address, with the choices of `query`."""
        url = address.replace("http://", "ws://") + "/_stcore/stream"
        return cls(await connect(url, subprotocols=["streamlit"], max_size=None, proxy=None), page, query)

    async def open(self) -> float:
        """Open the page, or ask for it again; the seconds until its script has run."""
        return await self._run(chosen=None)

    async def choose(self, name: str, option: str) -> float:
        """Choose an option of a drop-down; the seconds until the script has run for it."""
        self.choices[name].chosen = option
        return await self._run(chosen=name)

    async def leave(self) -> None:
        """Close the page."""
        await self.socket.close()

    async def _run(self, chosen: str | None) -> float:
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string, state.page_script_hash = self.query, self.page_hash
        state.page_name = "" if self.page_hash else self.page
        state.context_info.color_scheme = "light"
        state.cached_message_hashes.extend(self.kept)
        for choice in self.choices.values():
            state.widget_states.widgets.add(id=choice.widget, string_value=choice.chosen)
        before, self.choices, kept = self.choices, {}, {}
        start = perf_counter()
        await self.socket.send(asked.SerializeToString())
        finished = False
        while not finished:
            answer = await self.socket.recv()
            self.received += len(answer)
            finished = self._take(ForwardMsg.FromString(answer), kept)
        self.kept = kept
        if chosen is not None and chosen in self.choices and self.choices[chosen].chosen != before[chosen].chosen:
            raise RuntimeError(f"{self.page}: {before[chosen].chosen!r} was chosen and is not shown")
        return perf_counter() - start

    def _take(self, message: ForwardMsg, kept: dict[str, ForwardMsg]) -> bool:
        """Take one message of the server's; whether it is the last of a run. Large ones are kept, as browsers do."""
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            message = self.kept.get(message.ref_hash) or kept[message.ref_hash]
            kept[message.hash] = message
        elif message.metadata.cacheable:
            kept[message.hash] = message
        if kind == "navigation":
            self.page_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif message.WhichOneof("type") == "delta":
            self._show(message)
        return kind == "script_finished" and message.script_finished != _AGAIN

    def _show(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise RuntimeError(f"{self.page}?{self.query}: {element.exception.type}: {element.exception.message}")
        if element.WhichOneof("type") == "selectbox" and _CHOICE in element.selectbox.id:
            box = element.selectbox
            chosen = box.raw_value if box.HasField("raw_value") else box.options[box.default]
            self.choices[box.id.rpartition(_CHOICE)[2]] = Choice(box.id, list(box.options), chosen)
