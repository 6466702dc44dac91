-- Rate limits as they begin. Operators change the numbers in private.rate_limit_policies; loading again keeps theirs.
select private.load_rate_limits($settings$[
  {"name":"username_check","max_count":30,"window_seconds":60,"description":"is_username_available(), by user or network address: enough to type, too little to enumerate."},
  {"name":"profile_search","max_count":60,"window_seconds":60,"description":"search_profiles(), by user."},
  {"name":"shared_view","max_count":60,"window_seconds":60,"description":"get_shared() and copy_shared(), by user or network address."},
  {"name":"share_guess","max_count":20,"window_seconds":600,"description":"Tokens of share links that lead nowhere, by user or network address; beyond it, the right ones are refused as well."},
  {"name":"submission","max_count":20,"window_seconds":86400,"description":"What a user submits to the community: somebody reads each one."},
  {"name":"function_call","max_count":120,"window_seconds":60,"description":"Any request to an Edge Function, by user or network address."},
  {"name":"token_call","max_count":60,"window_seconds":60,"description":"Requests with access tokens, by the user whose tokens they are: other programs do not use up what the app may."},
  {"name":"image_upload","max_count":20,"window_seconds":3600,"description":"Images that the media function processes, by user."},
  {"name":"report","max_count":60,"window_seconds":60,"description":"Reports, charts and cards of the analytics function, by user."},
  {"name":"export","max_count":5,"window_seconds":86400,"description":"Exports that POST /training/exports takes, by user."},
  {"name":"import","max_count":30,"window_seconds":3600,"description":"Files and dry runs that POST /training/imports takes, by user."}
]$settings$);
