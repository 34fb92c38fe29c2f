-- Somebody wrote that they suffer. Whoever runs the bots sees it in the list of conversations.
alter table chat.conversations add crisis_at timestamptz;
comment on column chat.conversations.crisis_at is 'when the person last wrote words of suicide, self-harm or despair; null: never';
