-- Secrets that a database makes for itself. One that is there already stays.
select private.ensure_secret('share_links', 'From which the tokens of share links are derived.');
