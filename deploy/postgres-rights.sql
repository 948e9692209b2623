-- What the gateways' own database user may do, where another user, the owner, runs `db migrate` for each version.
-- Run it as that owner, once in each database, also in a new one that `db restore` fills: its rights are its own.
-- Before or after the first migration: the tables of later versions are in it as well.
-- Where the tables are in another schema, its name takes the place of `public`.
--   psql "$OWNER_DATABASE_URL" --set gateway=<user> --file deploy/postgres-rights.sql
grant usage on schema public to :"gateway";
grant select, insert, update, delete on all tables in schema public to :"gateway";
alter default privileges in schema public grant select, insert, update, delete on tables to :"gateway";
-- `db backup` as this user reads the sequences too. `db restore` and `db contract` are for the owner.
grant select on all sequences in schema public to :"gateway";
alter default privileges in schema public grant select on sequences to :"gateway";
