import type { Report } from "../../../types/contracts/report.ts";
import { bodyWeightChart } from "../charts/body-weight.ts";
import { calendarChart } from "../charts/calendar.ts";
import { musclesChart } from "../charts/muscles.ts";
import { recordsChart, recordText } from "../charts/records.ts";
import { volumeChart } from "../charts/volume.ts";
import type { Fonts } from "../drawing/fonts.ts";
import { plusDays } from "../words/days.ts";
import { filled } from "../words/texts.ts";
import { periodName, type Wording, wordingFor } from "../words/wording.ts";
import { startDocument } from "./report-document.ts";

const mostExercises = 40;
const mostRecords = 40;

/** Writes a report as a PDF file: the charts as vectors, all text as text. */
export async function reportPdf(report: Report, fonts: Fonts, made: Date): Promise<ArrayBuffer> {
  const wording = wordingFor(report.locale, report.unit_system);
  const { texts } = wording;
  const name = periodName(report, wording);
  const title = `${texts.title[report.period]} · ${name}`;
  const document = startDocument({ title, language: report.locale, made, fonts });

  document.title(texts.title[report.period]);
  document.paragraph(name);
  document.paragraph(filled(texts.comparedWith, wording.range(report.previous.from, report.previous.to)));
  if (report.through < report.to) {
    document.paragraph(filled(texts.stillRuns, wording.date(plusDays(report.through, -1))));
  }
  document.heading(texts.headings.totals);
  document.table(
    [
      { heading: texts.columns.figure, width: 0 },
      { heading: texts.columns.now, width: 92 },
      { heading: texts.columns.change, width: 72 },
    ],
    totalRows(report, wording),
  );
  document.chart(volumeChart(report, wording));
  document.chart(calendarChart(report, wording));
  if (report.body_weight) document.chart(bodyWeightChart(report, wording));
  document.chart(musclesChart(report, wording));
  if (report.exercises.length > 0) addExercises(document, report, wording);
  document.chart(recordsChart(report, wording));
  if (report.records.length > 0) addRecords(document, report, wording);
  if (report.baselines_count > 0) document.paragraph(filled(texts.baselines, report.baselines_count));
  return await document.end(texts.page);
}

function addExercises(document: ReturnType<typeof startDocument>, report: Report, wording: Wording): void {
  const { texts } = wording;
  document.heading(texts.headings.exercises);
  document.table(
    [
      { heading: texts.columns.exercise, width: 0 },
      { heading: texts.columns.sets, width: 44 },
      { heading: texts.columns.volume, width: 78 },
      { heading: texts.columns.best, width: 72 },
    ],
    report.exercises
      .slice(0, mostExercises)
      .map(({ name, sets, volume_kg, max_weight_kg }) => [
        name,
        wording.number(sets, 0),
        volume_kg === 0 ? "–" : wording.weight(volume_kg, 0),
        max_weight_kg === null ? "–" : wording.weight(max_weight_kg),
      ]),
  );
  if (report.exercises_count > mostExercises) {
    document.paragraph(filled(texts.more, report.exercises_count - mostExercises));
  }
}

function addRecords(document: ReturnType<typeof startDocument>, report: Report, wording: Wording): void {
  const { texts } = wording;
  document.table(
    [
      { heading: texts.columns.record, width: 0 },
      { heading: texts.columns.day, width: 64 },
    ],
    report.records
      .slice(0, mostRecords)
      .map((record) => [
        `${record.name}\n${recordText(record, wording)}`,
        wording.date(record.achieved_on, "short"),
      ]),
  );
  if (report.records_count > mostRecords) {
    document.paragraph(filled(texts.more, report.records_count - mostRecords));
  }
}

function totalRows(report: Report, wording: Wording): string[][] {
  const { totals, change, series } = report;
  const loads = series.flatMap(({ session_load }) => session_load ?? []);
  const load = loads.reduce((sum, one) => sum + one, 0);
  const values: [keyof Report["totals"], string | null][] = [
    ["workouts", wording.number(totals.workouts, 0)],
    ["training_days", wording.number(totals.training_days, 0)],
    ["sets", wording.number(totals.sets, 0)],
    ["reps", wording.number(totals.reps, 0)],
    ["volume_kg", wording.weight(totals.volume_kg, 0)],
    ["duration_seconds", wording.duration(totals.duration_seconds)],
    ["distance_meters", totals.distance_meters === 0 ? null : wording.distance(totals.distance_meters)],
  ];
  const rows = values.flatMap(([figure, value]) => {
    const share = change[figure];
    return value === null
      ? []
      : [[wording.texts.totals[figure], value, share === null ? "–" : wording.change(share)]];
  });
  return load === 0 ? rows : [...rows, [wording.texts.totals.session_load, wording.number(load, 0), "–"]];
}
