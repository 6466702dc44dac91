/** What somebody types into the search of exercises, and what they expect to see first. */
export interface RelevantQuery {
  readonly query: string;
  /** The language of the app; English where it is not named. */
  readonly locale?: string;
  /** English names of the exercises, any of which may come first. */
  readonly first: readonly string[];
}

/** Names as they are said in the gym, typed right. */
const names: RelevantQuery[] = [
  { query: "bench press", first: ["Barbell Bench Press"] },
  { query: "squat", first: ["Barbell Back Squat"] },
  { query: "deadlift", first: ["Barbell Deadlift"] },
  { query: "overhead press", first: ["Barbell Overhead Press"] },
  { query: "military press", first: ["Barbell Overhead Press"] },
  { query: "barbell row", first: ["Barbell Bent-Over Row"] },
  { query: "bent over row", first: ["Barbell Bent-Over Row"] },
  { query: "lat pulldown", first: ["Cable Lat Pulldown"] },
  { query: "lat pull", first: ["Cable Lat Pulldown"] },
  { query: "pull up", first: ["Pull-Up"] },
  { query: "chin up", first: ["Chin-Up"] },
  { query: "push up", first: ["Push-Up"] },
  { query: "dip", first: ["Chest Dip"] },
  { query: "bicep curl", first: ["Dumbbell Curl"] },
  { query: "hammer curl", first: ["Dumbbell Hammer Curl"] },
  { query: "preacher curl", first: ["Barbell Preacher Curl"] },
  { query: "skull crusher", first: ["Barbell Skullcrusher"] },
  { query: "tricep pushdown", first: ["Cable Triceps Pushdown"] },
  { query: "rope pushdown", first: ["Cable Rope Triceps Pushdown"] },
  { query: "lateral raise", first: ["Dumbbell Lateral Raise"] },
  { query: "shoulder press", first: ["Dumbbell Seated Shoulder Press"] },
  { query: "face pull", first: ["Cable Face Pull"] },
  { query: "leg press", first: ["Leg Press"] },
  { query: "leg extension", first: ["Leg Extension"] },
  { query: "leg curl", first: ["Seated Leg Curl", "Lying Leg Curl"] },
  { query: "calf raise", first: ["Machine Standing Calf Raise"] },
  { query: "hip thrust", first: ["Barbell Hip Thrust"] },
  { query: "romanian deadlift", first: ["Barbell Romanian Deadlift"] },
  { query: "bulgarian split squat", first: ["Bulgarian Split Squat"] },
  { query: "front squat", first: ["Barbell Front Squat"] },
  { query: "goblet squat", first: ["Kettlebell Goblet Squat"] },
  { query: "hack squat", first: ["Machine Hack Squat"] },
  { query: "cable fly", first: ["Cable Crossover"] },
  { query: "pec deck", first: ["Machine Chest Fly"] },
  { query: "rear delt fly", first: ["Dumbbell Reverse Fly"] },
  { query: "good morning", first: ["Barbell Good Morning"] },
  { query: "seated row", first: ["Cable Seated Row"] },
  { query: "t-bar", first: ["T-Bar Row"] },
  { query: "plank", first: ["Plank"] },
  { query: "hanging leg raise", first: ["Hanging Leg Raise"] },
  { query: "treadmill", first: ["Treadmill Run"] },
  { query: "farmers walk", first: ["Farmer's Walk"] },
  { query: "clean and jerk", first: ["Clean and Jerk"] },
];

/** Abbreviations, as people write them into their log. */
const abbreviations: RelevantQuery[] = [
  { query: "rdl", first: ["Barbell Romanian Deadlift"] },
  { query: "ohp", first: ["Barbell Overhead Press"] },
  { query: "bss", first: ["Bulgarian Split Squat"] },
  { query: "ghr", first: ["Glute-Ham Raise"] },
  { query: "sldl", first: ["Barbell Stiff-Leg Deadlift"] },
  { query: "cgbp", first: ["Barbell Close-Grip Bench Press"] },
  { query: "db row", first: ["Dumbbell One-Arm Row"] },
  { query: "db bench", first: ["Dumbbell Bench Press"] },
  { query: "db ohp", first: ["Dumbbell Overhead Press"] },
  { query: "db rdl", first: ["Dumbbell Romanian Deadlift"] },
  { query: "db shoulder press", first: ["Dumbbell Seated Shoulder Press"] },
  { query: "db lateral raise", first: ["Dumbbell Lateral Raise"] },
  { query: "bb curl", first: ["Barbell Curl"] },
  { query: "bb row", first: ["Barbell Bent-Over Row"] },
  { query: "kb swing", first: ["Kettlebell Swing"] },
  { query: "incl db press", first: ["Dumbbell Incline Bench Press"] },
  { query: "inc bb bench", first: ["Barbell Incline Bench Press"] },
  { query: "ez curl", first: ["EZ Bar Curl"] },
  { query: "t2b", first: ["Toes-to-Bar"] },
  { query: "hspu", first: ["Handstand Push-Up"] },
  { query: "1 arm db row", first: ["Dumbbell One-Arm Row"] },
];

/** Letters missing, doubled, swapped and wrong. */
const misspelt: RelevantQuery[] = [
  { query: "bnech pres", first: ["Barbell Bench Press"] },
  { query: "bench pess", first: ["Barbell Bench Press"] },
  { query: "becnh press", first: ["Barbell Bench Press"] },
  { query: "sqaut", first: ["Barbell Back Squat"] },
  { query: "squatt", first: ["Barbell Back Squat"] },
  { query: "dedlift", first: ["Barbell Deadlift"] },
  { query: "deadlfit", first: ["Barbell Deadlift"] },
  { query: "romainan deadlift", first: ["Barbell Romanian Deadlift"] },
  { query: "hip thurst", first: ["Barbell Hip Thrust"] },
  { query: "dumbell curl", first: ["Dumbbell Curl"] },
  { query: "hamer curl", first: ["Dumbbell Hammer Curl"] },
  { query: "lateral rise", first: ["Dumbbell Lateral Raise"] },
  { query: "latteral raise", first: ["Dumbbell Lateral Raise"] },
  { query: "tricpes extension", first: ["Dumbbell Overhead Triceps Extension"] },
  { query: "bulgarain split squat", first: ["Bulgarian Split Squat"] },
  { query: "overhed pres", first: ["Barbell Overhead Press"] },
  { query: "shoulder pres", first: ["Dumbbell Seated Shoulder Press"] },
  { query: "leg extention", first: ["Leg Extension"] },
  { query: "calf rais", first: ["Machine Standing Calf Raise"] },
  { query: "arnlod press", first: ["Dumbbell Arnold Press"] },
  { query: "preecher curl", first: ["Barbell Preacher Curl"] },
  { query: "crul", first: ["Dumbbell Curl", "Barbell Curl"] },
  { query: "kettelbell swing", first: ["Kettlebell Swing"] },
];

/** One word or two, with a hyphen or without, one or several. */
const spellings: RelevantQuery[] = [
  { query: "pullup", first: ["Pull-Up"] },
  { query: "pull-ups", first: ["Pull-Up"] },
  { query: "pullups", first: ["Pull-Up"] },
  { query: "push ups", first: ["Push-Up"] },
  { query: "chinups", first: ["Chin-Up"] },
  { query: "dead lift", first: ["Barbell Deadlift"] },
  { query: "lat pull down", first: ["Cable Lat Pulldown"] },
  { query: "face pulls", first: ["Cable Face Pull"] },
  { query: "squats", first: ["Barbell Back Squat"] },
  { query: "deadlifts", first: ["Barbell Deadlift"] },
  { query: "lunges", first: ["Dumbbell Lunge"] },
  { query: "calf raises", first: ["Machine Standing Calf Raise"] },
  { query: "bicep curls", first: ["Dumbbell Curl"] },
  { query: "skullcrushers", first: ["Barbell Skullcrusher"] },
  { query: "legpress", first: ["Leg Press"] },
  { query: "cable flies", first: ["Cable Crossover"] },
  { query: "crunches", first: ["Crunch"] },
  { query: "press bench", first: ["Barbell Bench Press"] },
  { query: "curl barbell", first: ["Barbell Curl"] },
  { query: "row seated cable", first: ["Cable Seated Row"] },
  { query: "Bench Press (Barbell)", first: ["Barbell Bench Press"] },
];

/** While somebody is typing. */
const prefixes: RelevantQuery[] = [
  { query: "ben", first: ["Barbell Bench Press"] },
  { query: "bench", first: ["Barbell Bench Press"] },
  { query: "bench p", first: ["Barbell Bench Press"] },
  { query: "bench pre", first: ["Barbell Bench Press"] },
  { query: "squ", first: ["Barbell Back Squat"] },
  { query: "dead", first: ["Barbell Deadlift"] },
  { query: "deadl", first: ["Barbell Deadlift"] },
  { query: "pulld", first: ["Cable Lat Pulldown"] },
  { query: "lat pulld", first: ["Cable Lat Pulldown"] },
  { query: "incline b", first: ["Barbell Incline Bench Press"] },
  { query: "over pre", first: ["Barbell Overhead Press"] },
  { query: "calf", first: ["Machine Standing Calf Raise"] },
];

/** Muscles and equipment, alone and with a movement. */
const parts: RelevantQuery[] = [
  { query: "chest", first: ["Machine Chest Press", "Dumbbell Chest Fly", "Machine Chest Fly", "Chest Dip"] },
  { query: "glutes machine", first: ["Machine Glute Kickback", "Machine Hip Thrust"] },
  { query: "machine chest", first: ["Machine Chest Press", "Machine Chest Fly"] },
  { query: "cable biceps", first: ["Cable Curl"] },
  { query: "smith squat", first: ["Smith Machine Squat"] },
  // At first only the deadlift stood here. The carry is as much called by the bar, and no log tells them apart.
  { query: "trap bar", first: ["Trap Bar Deadlift", "Trap Bar Carry"] },
  { query: "hamstring curl", first: ["Lying Leg Curl", "Nordic Hamstring Curl"] },
  { query: "band pull apart", first: ["Band Pull-Apart"] },
];

/** Other languages, with the app in that language and without. */
const languages: RelevantQuery[] = [
  { query: "sentadilla", locale: "es", first: ["Barbell Back Squat"] },
  { query: "sentadilla", first: ["Barbell Back Squat"] },
  { query: "press de banca", locale: "es", first: ["Barbell Bench Press"] },
  { query: "peso muerto", locale: "es", first: ["Barbell Deadlift"] },
  { query: "pesso muerto", locale: "es", first: ["Barbell Deadlift"] },
  { query: "dominadas", locale: "es-MX", first: ["Pull-Up"] },
  { query: "peso muerto rumano", locale: "es", first: ["Barbell Romanian Deadlift"] },
  { query: "jalon al pecho", locale: "es", first: ["Cable Lat Pulldown"] },
  { query: "kreuzheben", locale: "de", first: ["Barbell Deadlift"] },
  { query: "kreuzheben", first: ["Barbell Deadlift"] },
  { query: "kruezheben", locale: "de-AT", first: ["Barbell Deadlift"] },
  { query: "klimmzug", locale: "de", first: ["Pull-Up"] },
  { query: "klimmzüge", locale: "de", first: ["Pull-Up"] },
  { query: "bankdrücken", locale: "de", first: ["Barbell Bench Press"] },
  { query: "bankdruecken", locale: "de", first: ["Barbell Bench Press"] },
  { query: "kniebeuge", locale: "de", first: ["Barbell Back Squat"] },
  { query: "beinpresse", locale: "de", first: ["Leg Press"] },
  { query: "bench press", locale: "de", first: ["Barbell Bench Press"] },
  { query: "rdl", locale: "es", first: ["Barbell Romanian Deadlift"] },
];

export const relevantQueries = [
  ...names,
  ...abbreviations,
  ...misspelt,
  ...spellings,
  ...prefixes,
  ...parts,
  ...languages,
];
