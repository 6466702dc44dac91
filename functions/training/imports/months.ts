import { fold } from "./fold.ts";

// As apps and spreadsheets shorten them: English, Turkish, Brazilian Portuguese, German, French, Spanish, Italian, Dutch. No
// name means two months in two of them.
const names = [
  "jan january oca ocak janeiro januar janv janvier ene enero gen gennaio januari",
  "feb february sub subat fev fevereiro februar fevr fevrier febrero febbraio februari",
  "mar march mart marco marz mrz mars marzo mrt maart",
  "apr april nis nisan abr abril avr avril aprile",
  "may mayis mai maio mayo mag maggio mei",
  "jun june haz haziran junho juni juin junio giu giugno",
  "jul july tem temmuz julho juli juil juillet julio lug luglio",
  "aug august agu agustos ago agosto aout augustus",
  "sep sept september eyl eylul set setembro septembre septiembre settembre",
  "oct october eki ekim out outubro okt oktober octobre octubre ott ottobre",
  "nov november kas kasim novembro novembre noviembre",
  "dec december ara aralik dez dezembro dezember decembre dic diciembre dicembre",
];

const monthOf = new Map(names.flatMap((line, index) => line.split(" ").map((name) => [name, index + 1])));

/** The number of a month, 1 to 12, by its name or abbreviation in a language that apps write. */
export function monthNumber(name: string): number | undefined {
  return monthOf.get(fold(name).replaceAll(".", ""));
}
