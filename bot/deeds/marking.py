"""Restricting and lifting in a register, with a memory of which rows the bot itself marked."""

import json
from dataclasses import replace

from bot.core.vocabulary import Act
from bot.deeds.premises import Premises
from bot.registers.mapped import MappedRegister
from bot.registers.orders import Order
from bot.registers.records import Register


class Marking:
    """What people had restricted before stays so when the bot lifts its own (Art. 18(3))."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises

    def carried_out(self, number: str, order: Order, register: Register) -> bool:
        """RESTRICT or LIFT in a register, for a matter; False where people do it.

        What will be marked is sealed into the vault first, so that a crash between forgets nothing;
        it is the matter's, for one case may lift what another restricted.
        """
        if not isinstance(register, MappedRegister):
            return register.carry_out(order)
        known = self._known(number, register.name)
        if order.act is Act.LIFT:
            done = register.carry_out(replace(order, marked=known))
            left: frozenset[str] = frozenset() if done else known
        else:
            left = known.union(register.unmarked(order))
            self._keep(number, register.name, left)
            done = register.carry_out(order)
            left = left if done else known
        self._keep(number, register.name, left)
        return done

    def _known(self, number: str, register: str) -> frozenset[str]:
        return frozenset(json.loads(self._premises.secret(number, _name(register)) or "[]"))

    def _keep(self, number: str, register: str, marked: frozenset[str]) -> None:
        with self._premises.ledger() as ledger:
            ledger.vault.put(number, _name(register), json.dumps(sorted(marked)).encode())


def _name(register: str) -> str:
    return f"marked:{register}"
