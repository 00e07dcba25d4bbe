// The schemas that every form is made from, each with the value it opens with and the field that is edited.

/** Six kinds of fields with constraints, over and over. */
function field(number) {
  const title = `Field ${number}`;
  const description = `What field ${number} is for`;
  const kinds = [
    { type: 'string', minLength: 2, maxLength: 40, pattern: '^[A-Za-z]' },
    { type: 'integer', minimum: 0, maximum: 65535 },
    { type: 'string', format: 'email' },
    { type: 'number', exclusiveMinimum: 0, multipleOf: 0.25 },
    { type: 'string', enum: ['one', 'two', 'three', 'four', 'five', 'six'] },
    { type: 'boolean' },
  ];
  return { title, description, ...kinds[number % kinds.length] };
}

function fields(count) {
  const properties = {};
  for (let number = 0; number < count; number += 1) properties[`field_${number}`] = field(number);
  return properties;
}

function flat(count) {
  // From the middle: neither end is a place of its own.
  const edited = Math.floor(count / 12) * 6;
  return {
    name: `flat, ${count} fields`,
    schema: { type: 'object', properties: fields(count) },
    controls: count,
    edited: [`field_${edited}`],
  };
}

/** A choice between objects of six fields, told apart by a constant. */
function oneOf(count) {
  const branches = [];
  for (let number = 0; number < count; number += 1) {
    branches.push({
      title: `Variant ${number}`,
      properties: { kind: { type: 'string', const: `variant_${number}` }, ...fields(6) },
      required: ['kind'],
    });
  }
  return {
    name: `oneOf, ${count} branches`,
    schema: { type: 'object', oneOf: branches },
    value: { kind: 'variant_3' },
    controls: 6,
    edited: ['field_0'],
    beyond: ['jsonforms'],
  };
}

function nested(levels) {
  const members = (depth) => {
    if (depth === 0) return fields(6);
    const properties = {};
    for (let number = 0; number < 6; number += 1) {
      const title = `Group ${number}`;
      properties[`group_${number}`] = { title, type: 'object', properties: members(depth - 1) };
    }
    return properties;
  };
  return {
    name: 'nested, 6 × 6 × 6 fields',
    schema: { type: 'object', properties: members(levels - 1) },
    controls: 6 ** levels,
    edited: ['group_3', 'group_3', 'field_0'],
  };
}

/** Flags, each of which shows four more fields. */
function conditions(count) {
  const properties = {};
  const allOf = [];
  for (let number = 0; number < count; number += 1) {
    const flag = `flag_${number}`;
    properties[flag] = { title: `Flag ${number}`, type: 'boolean' };
    const shown = {};
    for (let more = 0; more < 4; more += 1) {
      const name = number * 4 + more;
      shown[`field_${name}`] = { ...field(0), title: `Field ${name}` };
    }
    allOf.push({
      if: { properties: { [flag]: { const: true } }, required: [flag] },
      // The fields are told by the branch alone, as specifications do.
      then: { properties: shown },
    });
  }
  const value = {};
  for (let number = 0; number < count; number += 2) value[`flag_${number}`] = true;
  return {
    name: `${count} conditions on ${count * 4} fields`,
    schema: { type: 'object', properties, allOf },
    value,
    controls: count + (count / 2) * 4,
    edited: ['field_40'],
    toggled: ['flag_11'],
  };
}

export const scenarios = [
  flat(10),
  flat(50),
  flat(200),
  flat(1000),
  oneOf(20),
  oneOf(86),
  nested(3),
  conditions(20),
];
