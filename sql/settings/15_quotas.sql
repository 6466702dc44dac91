-- Quotas as they begin. Operators change the numbers in private.quotas; loading again keeps theirs.
select private.load_quotas($settings$[
  {"name":"jobs","max_count":500,"description":"jobs of one user, those that ended within the last 30 days included."},
  {"name":"custom_exercises","max_count":1000,"description":"exercises of one user's own, the archived ones included."},
  {"name":"open_submissions","max_count":20,"description":"submissions of one user that wait for a decision or for changes."},
  {"name":"aliases_per_exercise","max_count":100,"description":"other names of one exercise, in all languages."},
  {"name":"exercise_preferences","max_count":2000,"description":"exercises that one user has settings for."},
  {"name":"routine_folders","max_count":100,"description":"folders of routines of one user."},
  {"name":"routines","max_count":500,"description":"routines of one user, which a phone still lists and syncs at once."},
  {"name":"exercises_per_routine","max_count":60,"description":"exercises in one routine."},
  {"name":"sets_per_routine_exercise","max_count":60,"description":"sets of one exercise in a routine."},
  {"name":"plans","max_count":200,"description":"plans of one user."},
  {"name":"days_per_plan","max_count":730,"description":"days of one plan: two a day for a year."},
  {"name":"enrollments","max_count":500,"description":"enrollments of one user, the ended ones included."},
  {"name":"share_links","max_count":100,"description":"links to routines and plans of one user, the revoked and expired ones included."},
  {"name":"plan_likes","max_count":5000,"description":"published plans that one user likes."},
  {"name":"access_tokens","max_count":50,"description":"access tokens of one user, the revoked and expired ones of the last 90 days included."},
  {"name":"gyms","max_count":20,"description":"gyms of one user."},
  {"name":"equipment_per_gym","max_count":300,"description":"bars, plates, fixed weights and stacks of one gym."},
  {"name":"workouts_per_day","max_count":50,"description":"workouts of one user on one day."},
  {"name":"exercises_per_workout","max_count":100,"description":"exercises in one workout."},
  {"name":"sets_per_workout_exercise","max_count":200,"description":"sets of one exercise in a workout."}
]$settings$);
