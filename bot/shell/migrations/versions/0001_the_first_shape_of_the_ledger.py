"""The first shape of the ledger."""

import sqlalchemy as sa
from alembic import op

from bot.shell.tables import UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    """To this shape."""
    op.create_table(
        "artefact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_artefact")),
        sa.UniqueConstraint("matter", "name", name=op.f("uq_artefact_matter_name")),
    )
    with op.batch_alter_table("artefact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_artefact_last_day"), ["last_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_artefact_matter"), ["matter"], unique=False)

    op.create_table(
        "case",
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("right", sa.String(), nullable=True),
        sa.Column("workflow", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("matter", "number", name=op.f("pk_case")),
    )
    op.create_table(
        "chunk",
        sa.Column("artefact", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("artefact", "place", name=op.f("pk_chunk")),
    )
    op.create_table(
        "code",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("lapses_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("used_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("voided_at", UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_code")),
    )
    with op.batch_alter_table("code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_code_matter"), ["matter"], unique=False)

    op.create_table(
        "content",
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("matter", "label", name=op.f("pk_content")),
    )
    with op.batch_alter_table("content", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_content_last_day"), ["last_day"], unique=False)

    op.create_table(
        "cursor",
        sa.Column("mailbox", sa.String(), nullable=False),
        sa.Column("uidvalidity", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("mailbox", name=op.f("pk_cursor")),
    )
    op.create_table(
        "effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("lease_until", UtcDateTime(timezone=True), nullable=True),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect")),
        sa.UniqueConstraint("matter", "key", name=op.f("uq_effect_matter_key")),
    )
    with op.batch_alter_table("effect", schema=None) as batch_op:
        batch_op.create_index("ix_effect_due", ["state", "due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_effect_message_id"), ["message_id"], unique=False)

    op.create_table(
        "event",
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("matter", "seq", name=op.f("pk_event")),
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mailbox", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("uidvalidity", sa.Integer(), nullable=True),
        sa.Column("uid", sa.Integer(), nullable=True),
        sa.Column("message_key", sa.String(), nullable=False),
        sa.Column("content_key", sa.String(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("matter", sa.String(), nullable=True),
        sa.Column("manner", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
        sa.UniqueConstraint(
            "mailbox", "uidvalidity", "uid", name=op.f("uq_journal_mailbox_uidvalidity_uid")
        ),
    )
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index("ix_journal_keys", ["message_key", "content_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_journal_matter"), ["matter"], unique=False)
        batch_op.create_index("ix_journal_state", ["state", "id"], unique=False)

    op.create_table(
        "matter",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("mailbox", sa.String(), nullable=False),
        sa.Column("person_key", sa.String(), nullable=False),
        sa.Column("received_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("closed_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_matter")),
    )
    with op.batch_alter_table("matter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_person_key"), ["person_key"], unique=False)

    op.create_table(
        "token",
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("case", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("consumed_at", UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_token")),
    )
    with op.batch_alter_table("token", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_token_matter"), ["matter"], unique=False)

    op.create_table(
        "told",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_told")),
    )
    op.create_table(
        "trace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mailbox", sa.String(), nullable=False),
        sa.Column("message_key", sa.String(), nullable=False),
        sa.Column("sender_key", sa.String(), nullable=False),
        sa.Column("content_key", sa.String(), nullable=False),
        sa.Column("received_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("matter", sa.String(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trace")),
    )
    with op.batch_alter_table("trace", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trace_last_day"), ["last_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_trace_message_key"), ["message_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_trace_sender_key"), ["sender_key"], unique=False)

    op.create_table(
        "wake",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wake")),
        sa.UniqueConstraint("matter", "key", name=op.f("uq_wake_matter_key")),
    )
    with op.batch_alter_table("wake", schema=None) as batch_op:
        batch_op.create_index("ix_wake_due", ["done", "at"], unique=False)

    op.create_table(
        "wrong_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sender_key", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_try")),
    )
    with op.batch_alter_table("wrong_try", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wrong_try_sender_key"), ["sender_key"], unique=False)


def downgrade() -> None:
    """Back from it."""
    with op.batch_alter_table("wrong_try", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wrong_try_sender_key"))

    op.drop_table("wrong_try")
    with op.batch_alter_table("wake", schema=None) as batch_op:
        batch_op.drop_index("ix_wake_due")

    op.drop_table("wake")
    with op.batch_alter_table("trace", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trace_sender_key"))
        batch_op.drop_index(batch_op.f("ix_trace_message_key"))
        batch_op.drop_index(batch_op.f("ix_trace_last_day"))

    op.drop_table("trace")
    op.drop_table("told")
    with op.batch_alter_table("token", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_token_matter"))

    op.drop_table("token")
    with op.batch_alter_table("matter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_matter_person_key"))

    op.drop_table("matter")
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.drop_index("ix_journal_state")
        batch_op.drop_index(batch_op.f("ix_journal_matter"))
        batch_op.drop_index("ix_journal_keys")

    op.drop_table("journal")
    op.drop_table("event")
    with op.batch_alter_table("effect", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_effect_message_id"))
        batch_op.drop_index("ix_effect_due")

    op.drop_table("effect")
    op.drop_table("cursor")
    with op.batch_alter_table("content", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_content_last_day"))

    op.drop_table("content")
    with op.batch_alter_table("code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_code_matter"))

    op.drop_table("code")
    op.drop_table("chunk")
    op.drop_table("case")
    with op.batch_alter_table("artefact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_artefact_matter"))
        batch_op.drop_index(batch_op.f("ix_artefact_last_day"))

    op.drop_table("artefact")
