import type { Reference, Table, TableGraph } from "./table-graph.ts";

/** Where the page is kept. */
export const erdFile = "docs/reference/schema.md";

const INTRODUCTION = `<!-- Generated from the database by \`npm run db:erd\`. Not edited by hand. -->

# Database schema

The tables of each domain, with their columns and keys. A box without columns is a table of another domain, or of
Supabase's own. Every table is declared in a file of its name, with its policies and grants:
\`sql/schemas/<domain>/<table>.sql\`.`;

const nameOf = ({ schema, name }: Table) => `${schema}.${name}`;

/** A table as Mermaid knows it: tables of \`public\` by their name alone. */
function entity(qualified: string): string {
  const name = qualified.replace(/^public\./, "");
  return name.includes(".") ? `${name.replace(".", "_")}["${name}"]` : name;
}

const entityId = (qualified: string) => qualified.replace(/^public\./, "").replace(".", "_");

/** Mermaid takes one word as a type. */
function word(type: string): string {
  return type.replace("timestamp with time zone", "timestamptz").replaceAll(" ", "_");
}

function box(table: Table): string[] {
  const columns = table.columns.map(({ name, type, keys }) =>
    `    ${word(type)} ${name} ${keys.join(", ")}`.trimEnd(),
  );
  return [`  ${entity(nameOf(table))} {`, ...columns, "  }"];
}

function line({ from, to, label, isOptional, isOneToOne }: Reference): string {
  const cardinality = `${isOptional ? "|o" : "||"}--${isOneToOne ? "o|" : "o{"}`;
  return `  ${entityId(to)} ${cardinality} ${entityId(from)} : ${label}`;
}

const diagram = (lines: string[]) => ["```mermaid", "erDiagram", ...lines, "```"].join("\n");

function title(domain: string): string {
  const name = domain.replace(/^\d+_/, "").replaceAll("_", " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function section(domain: string, graph: TableGraph): string {
  const tables = graph.tables.filter((table) => table.domain === domain);
  const own = new Set(tables.map(nameOf));
  const references = graph.references.filter(({ from }) => own.has(from));
  const foreign = [...new Set(references.map(({ to }) => to).filter((to) => !own.has(to)))];
  const lines = [
    ...tables.flatMap(box),
    ...foreign.map((name) => `  ${entity(name)}`),
    ...references.map(line),
  ];
  const rows = tables.map((table) => {
    const file = `../../sql/schemas/${domain}/${table.name}.sql`;
    return `| [\`${nameOf(table)}\`](${file}) | ${(table.comment ?? "").replaceAll("|", "\\|")} |`;
  });
  return [
    `## ${title(domain)}`,
    diagram(lines),
    ["| Table | What it holds |", "| --- | --- |", ...rows].join("\n"),
  ].join("\n\n");
}

function overview({ tables, references }: TableGraph): string {
  const ours = new Set(tables.map(nameOf));
  const between = references.filter(({ to }) => ours.has(to));
  const shown = [...new Set(between.flatMap(({ to, from }) => [to, from]))].sort();
  const lines = ["  direction LR", ...shown.map((name) => `  ${entity(name)}`), ...between.map(line)];
  const caption = "Tables that refer to no other, or to `auth.users` alone, are left out here.";
  return ["## How the tables hang together", caption, diagram(lines)].join("\n\n");
}

/** The page that shows the schema: a diagram for each domain, in the order of their folders, and one of all tables. */
export function erdPage(graph: TableGraph): string {
  const domains = [...new Set(graph.tables.map(({ domain }) => domain))].sort();
  const sections = domains.map((domain) => section(domain, graph));
  return `${[INTRODUCTION, overview(graph), ...sections].join("\n\n")}\n`;
}
