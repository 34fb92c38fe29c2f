-- Who took a consent back, and when: the row stays, as proof that it was there until then.
alter table chat.consents add taken_back_at timestamptz;
