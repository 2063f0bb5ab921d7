-- PostgreSQL for production: two roles and one database. Run once as the superuser, with passwords of your own:
--
--   psql -v ON_ERROR_STOP=1 -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD" -f postgres-production.sql
--
-- platform_owner owns every table and is used only to migrate. platform_app is what the hosts sign in with to serve people:
-- it owns nothing, so PostgreSQL holds it to the row-level security policies (an owner or a superuser would pass them by).

create role platform_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role platform_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';

create database platform owner platform_owner template template0 encoding 'UTF8';
revoke all on database platform from public;
grant connect on database platform to platform_app;

\connect platform

alter schema public owner to platform_owner;
revoke all on schema public from public;
grant usage on schema public to platform_app;

-- Tables that migrations make later: rows may be read and written, the schema stays the owner's.
alter default privileges for role platform_owner in schema public grant select, insert, update, delete on tables to platform_app;
alter default privileges for role platform_owner in schema public grant usage, select on sequences to platform_app;
