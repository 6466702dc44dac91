import type { ExportTask } from "../../../types/contracts/export.ts";

type ExportFile = NonNullable<ExportTask>["sections"][number]["file"];

/** The files of an export: what they are called, and what stands before the first section. */
export const exportFiles: readonly {
  file: ExportFile;
  name: string;
  head: (exportedAt: string) => string;
}[] = [
  {
    file: "json",
    name: "repstack.json",
    head: (exportedAt) => `{"format": "repstack", "version": 1, "exported_at": ${JSON.stringify(exportedAt)}`,
  },
  {
    file: "workouts_csv",
    name: "workouts.csv",
    head: () =>
      "date,ended_at,time_zone,workout,exercise,set,set_type,weight_kg,reps,distance_m,duration_seconds,rpe,rir,side," +
      "rest_seconds,superset,notes,exercise_notes,workout_notes\r\n",
  },
  {
    file: "measurements_csv",
    name: "measurements.csv",
    head: () => "date,time_zone,measurement,side,value,unit,notes,source\r\n",
  },
];
