import type { Report } from "../../../types/contracts/report.ts";

/** What reports and cards say. `{0}` and `{1}` are put in. */
export interface Texts {
  title: Record<Report["period"], string>;
  comparedWith: string;
  stillRuns: string;
  totals: Record<keyof Report["totals"] | "session_load", string>;
  headings: {
    totals: string;
    volumeByDay: string;
    volumeByWeek: string;
    muscles: string;
    records: string;
    bodyWeight: string;
    calendar: string;
    exercises: string;
  };
  columns: {
    figure: string;
    now: string;
    change: string;
    exercise: string;
    sets: string;
    volume: string;
    best: string;
    record: string;
    day: string;
  };
  records: Record<Report["records"][number]["kind"], string>;
  recordOfReps: string;
  recordBefore: string;
  noTraining: string;
  noRecords: string;
  baselines: string;
  more: string;
  noWeight: string;
  weightReading: string;
  weightTrend: string;
  trainingDay: string;
  restDay: string;
  periodBefore: string;
  training: string;
  longestRun: string;
  daysPerWeek: string;
  mean: string;
  page: string;
  charts: { volume: string; muscles: string; records: string; bodyWeight: string; calendar: string };
  card: { exercises: string; record: string; before: string; first: string; sets: string };
}

const en: Texts = {
  title: { week: "Week in training", month: "Month in training", year: "Year in training" },
  comparedWith: "Compared with {0}",
  stillRuns: "Counted up to {0}",
  totals: {
    workouts: "Workouts",
    training_days: "Training days",
    sets: "Sets",
    reps: "Repetitions",
    volume_kg: "Volume",
    duration_seconds: "Time",
    distance_meters: "Distance",
    session_load: "Load (effort × minutes)",
  },
  headings: {
    totals: "In figures",
    volumeByDay: "Volume by day",
    volumeByWeek: "Volume by week",
    muscles: "Sets by muscle",
    records: "Records",
    bodyWeight: "Body weight",
    calendar: "Days with training",
    exercises: "Exercises",
  },
  columns: {
    figure: "Figure",
    now: "Total",
    change: "Change",
    exercise: "Exercise",
    sets: "Sets",
    volume: "Volume",
    best: "Heaviest",
    record: "Record",
    day: "Day",
  },
  records: {
    max_weight: "Heaviest weight",
    rep_max: "Best set",
    e1rm: "Estimated maximum",
    set_volume: "Most volume in a set",
    session_volume: "Most volume in a workout",
    most_reps: "Most repetitions",
    least_assistance: "Least assistance",
    longest_duration: "Longest",
    farthest_distance: "Farthest",
    best_pace: "Best pace",
  },
  recordOfReps: "{0}, {1} reps",
  recordBefore: "{0}: {1}, before {2}",
  noTraining: "No training in this time",
  noRecords: "No record was beaten in this time",
  baselines: "First records, with nothing to beat: {0}",
  more: "and {0} more",
  noWeight: "No readings in this time",
  weightReading: "Reading",
  weightTrend: "Trend",
  trainingDay: "Training",
  restDay: "None",
  periodBefore: "The time before",
  training: "{0} of {1} weeks with training",
  longestRun: "Most weeks in a row: {0}",
  daysPerWeek: "Training days a week: {0}",
  mean: "Mean {0}",
  page: "Page {0} of {1}",
  charts: {
    volume: "Bars of the volume lifted. The most is {0}, in the one that begins on {1}; all together {2}.",
    muscles: "Bars of sets by muscle. The most are for {0}: {1}.",
    records: "Records by how much they beat the one before. The greatest gain is {0}: {1}.",
    bodyWeight: "Line of the body weight. From {0} to {1}.",
    calendar: "Calendar of days with training: {0}.",
  },
  card: {
    exercises: "Exercises",
    record: "New record",
    before: "Before: {0}",
    first: "First record",
    sets: "{0} sets",
  },
};

const es: Texts = {
  title: {
    week: "Tu semana de entrenamiento",
    month: "Tu mes de entrenamiento",
    year: "Tu año de entrenamiento",
  },
  comparedWith: "Comparado con {0}",
  stillRuns: "Hasta el {0}",
  totals: {
    workouts: "Entrenamientos",
    training_days: "Días de entrenamiento",
    sets: "Series",
    reps: "Repeticiones",
    volume_kg: "Volumen",
    duration_seconds: "Tiempo",
    distance_meters: "Distancia",
    session_load: "Carga (esfuerzo × minutos)",
  },
  headings: {
    totals: "En cifras",
    volumeByDay: "Volumen por día",
    volumeByWeek: "Volumen por semana",
    muscles: "Series por músculo",
    records: "Récords",
    bodyWeight: "Peso corporal",
    calendar: "Días con entrenamiento",
    exercises: "Ejercicios",
  },
  columns: {
    figure: "Dato",
    now: "Total",
    change: "Cambio",
    exercise: "Ejercicio",
    sets: "Series",
    volume: "Volumen",
    best: "Máximo",
    record: "Récord",
    day: "Día",
  },
  records: {
    max_weight: "Mayor peso",
    rep_max: "Mejor serie",
    e1rm: "Máximo estimado",
    set_volume: "Mayor volumen en una serie",
    session_volume: "Mayor volumen en un entrenamiento",
    most_reps: "Más repeticiones",
    least_assistance: "Menor asistencia",
    longest_duration: "Mayor duración",
    farthest_distance: "Mayor distancia",
    best_pace: "Mejor ritmo",
  },
  recordOfReps: "{0}, {1} rep.",
  recordBefore: "{0}: {1}, antes {2}",
  noTraining: "Sin entrenamientos en este período",
  noRecords: "Ningún récord superado en este período",
  baselines: "Primeros récords, sin marca anterior: {0}",
  more: "y {0} más",
  noWeight: "Sin mediciones en este período",
  weightReading: "Medición",
  weightTrend: "Tendencia",
  trainingDay: "Entrenamiento",
  restDay: "Ninguno",
  periodBefore: "El período anterior",
  training: "{0} de {1} semanas con entrenamiento",
  longestRun: "Más semanas seguidas: {0}",
  daysPerWeek: "Días de entrenamiento por semana: {0}",
  mean: "Media {0}",
  page: "Página {0} de {1}",
  charts: {
    volume: "Barras del volumen levantado. El mayor es {0}, en la que empieza el {1}; en total {2}.",
    muscles: "Barras de series por músculo. Las más son de {0}: {1}.",
    records: "Récords por cuánto superan al anterior. El mayor avance es {0}: {1}.",
    bodyWeight: "Línea del peso corporal. De {0} a {1}.",
    calendar: "Calendario de días con entrenamiento: {0}.",
  },
  card: {
    exercises: "Ejercicios",
    record: "Nuevo récord",
    before: "Antes: {0}",
    first: "Primer récord",
    sets: "{0} series",
  },
};

const de: Texts = {
  title: { week: "Trainingswoche", month: "Trainingsmonat", year: "Trainingsjahr" },
  comparedWith: "Verglichen mit {0}",
  stillRuns: "Gezählt bis {0}",
  totals: {
    workouts: "Trainings",
    training_days: "Trainingstage",
    sets: "Sätze",
    reps: "Wiederholungen",
    volume_kg: "Volumen",
    duration_seconds: "Zeit",
    distance_meters: "Strecke",
    session_load: "Belastung (Anstrengung × Minuten)",
  },
  headings: {
    totals: "In Zahlen",
    volumeByDay: "Volumen je Tag",
    volumeByWeek: "Volumen je Woche",
    muscles: "Sätze je Muskel",
    records: "Bestleistungen",
    bodyWeight: "Körpergewicht",
    calendar: "Tage mit Training",
    exercises: "Übungen",
  },
  columns: {
    figure: "Größe",
    now: "Summe",
    change: "Änderung",
    exercise: "Übung",
    sets: "Sätze",
    volume: "Volumen",
    best: "Schwerstes",
    record: "Bestleistung",
    day: "Tag",
  },
  records: {
    max_weight: "Schwerstes Gewicht",
    rep_max: "Bester Satz",
    e1rm: "Geschätztes Maximum",
    set_volume: "Größtes Volumen eines Satzes",
    session_volume: "Größtes Volumen eines Trainings",
    most_reps: "Meiste Wiederholungen",
    least_assistance: "Geringste Unterstützung",
    longest_duration: "Längste Dauer",
    farthest_distance: "Weiteste Strecke",
    best_pace: "Bestes Tempo",
  },
  recordOfReps: "{0}, {1} Wdh.",
  recordBefore: "{0}: {1}, zuvor {2}",
  noTraining: "Kein Training in dieser Zeit",
  noRecords: "Keine Bestleistung in dieser Zeit",
  baselines: "Erste Bestleistungen, ohne Vorgänger: {0}",
  more: "und {0} weitere",
  noWeight: "Keine Messungen in dieser Zeit",
  weightReading: "Messung",
  weightTrend: "Trend",
  trainingDay: "Training",
  restDay: "Keines",
  periodBefore: "Die Zeit davor",
  training: "{0} von {1} Wochen mit Training",
  longestRun: "Meiste Wochen in Folge: {0}",
  daysPerWeek: "Trainingstage je Woche: {0}",
  mean: "Mittel {0}",
  page: "Seite {0} von {1}",
  charts: {
    volume: "Balken des bewegten Volumens. Das meiste ist {0}, ab {1}; zusammen {2}.",
    muscles: "Balken der Sätze je Muskel. Die meisten sind für {0}: {1}.",
    records: "Bestleistungen danach, wie weit sie die vorige übertreffen. Am weitesten {0}: {1}.",
    bodyWeight: "Linie des Körpergewichts. Von {0} bis {1}.",
    calendar: "Kalender der Tage mit Training: {0}.",
  },
  card: {
    exercises: "Übungen",
    record: "Neue Bestleistung",
    before: "Zuvor: {0}",
    first: "Erste Bestleistung",
    sets: "{0} Sätze",
  },
};

/** The texts in the language of a locale, or in English. */
export function textsFor(locale: string): Texts {
  const language = new Intl.Locale(locale).language;
  return language === "es" ? es : language === "de" ? de : en;
}

/** Puts values into a text. */
export function filled(text: string, ...values: (string | number)[]): string {
  return text.replaceAll(/\{(\d)\}/g, (_all, index: string) => String(values[Number(index)] ?? ""));
}
