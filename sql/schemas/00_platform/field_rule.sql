-- What one field of a JSON document must be, so that the rules of a document are one array.
create type private.field_rule as (
  level text,
  field text,
  type text,
  is_required boolean,
  minimum numeric,
  maximum numeric,
  step numeric,
  choices text[],
  element_level text
);

comment on type private.field_rule is
  'A rule of private.check_document(): level names the kind of object that has the field; minimum and maximum bound a '
  'number, the length of a text, of an array, or of an object written as text; choices of a form are its regular '
  'expression and an example; element_level names the level of an array''s or object''s content.';
