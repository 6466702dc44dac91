-- Jobs that run by the clock. The address of the functions is each environment's own: see docs/functions.md.
select private.ensure_cron_jobs();
