-- How much a person has written lately, so that more than anybody can type is kept and not handled message by message.
alter table chat.conversations add heard_until timestamptz;
comment on column chat.conversations.heard_until is 'when the limit of texts a person is wholly free again; null: it is';
