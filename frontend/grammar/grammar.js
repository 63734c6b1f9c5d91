// The grammar of Otter: Python 3.11, PEP 695, and Otter's additions.
//
// Method. The grammar accepts a small superset and frontend/syntax rejects the rest by name, where that keeps
// the tables small and the parser deterministic (there are no GLR conflicts):
//   - targets of assignment, `for`, `del` and `with` are parsed as expressions;
//   - patterns of `case` are parsed as arithmetic-level expressions, with `as_item` and `brace_pattern`;
//   - `with (a as b, c as d):` is a tuple whose elements are `as_item`;
//   - the bodies of `struct` and `enum` are ordinary blocks.
// The words that Otter adds are contextual: the scanner looks ahead and delivers them as tokens only where they
// begin the construct; everywhere else they are identifiers. Brackets come from the scanner too, since it must
// know whether a line end counts. The order of `externals` is the order of `Token` in scanner.c.

const commaSep1 = rule => seq(rule, repeat(seq(',', rule)));
const commaList1 = rule => seq(rule, repeat(seq(',', rule)), optional(','));

const PREC = {
  or: 1, and: 2, not: 3, compare: 4, range: 5, bit_or: 6, bit_xor: 7, bit_and: 8, shift: 9, sum: 10,
  product: 11, unary: 12, power: 13, await: 14, postfix: 15,
};

// A contextual word, visible in the tree as it is spelled.
const word = ($, name) => alias($[`_${name}`], name);
const pub = $ => optional(field('pub', word($, 'pub')));

module.exports = grammar({
  name: 'otter',

  word: $ => $.identifier,

  extras: $ => [/[ \t\f\r\n]/, /\\\r?\n/, $.comment],

  externals: $ => [
    $._newline, $._indent, $._dedent, $._refused, $.comment,
    $.string, $._fstring_start, $.fstring_text, $._fstring_end, $.format_text,
    '(', ')', '[', ']', '{', '}',
    $._generic_open, $._generic_close, $._range_integer, $._walrus,
    $._fn, $._let, $._struct, $._enum, $._use, $._pub, $._match, $._type, $._parallel, $._extern, $._spawn,
    $._error_sentinel,
  ],

  inline: $ => [$._suite_line, $._parameter, $._argument],

  rules: {
    module: $ => repeat($._statement),

    // ---- statements
    _statement: $ => choice($._simple_line, $._compound),

    _simple_line: $ => seq($._simple, repeat(seq(';', $._simple)), optional(';'), $._newline),

    _simple: $ => choice(
      $.expression_statement, $.assignment, $.augmented_assignment, $.annotated_assignment, $.let_statement,
      $.return_statement, $.delete_statement, $.raise_statement, $.assert_statement, $.pass_statement,
      $.break_statement, $.continue_statement, $.global_statement, $.nonlocal_statement, $.import_statement,
      $.import_from_statement, $.use_statement, $.type_statement, $.extern_statement,
    ),

    _compound: $ => choice(
      $.if_statement, $.while_statement, $.for_statement, $.try_statement, $.with_statement, $.match_statement,
      $.function_definition, $.class_definition, $.struct_definition, $.enum_definition, $.decorated_definition,
      alias($._match_assignment, $.assignment), alias($._match_annotated, $.annotated_assignment),
      alias($._match_let, $.let_statement), alias($._match_return, $.return_statement),
    ),

    block: $ => choice(
      seq($._newline, $._indent, repeat1($._statement), $._dedent),
      $._suite_line,
    ),
    _suite_line: $ => $._simple_line,

    expression_statement: $ => choice($._star_expressions, $.yield),
    assignment: $ => seq($._assigned, field('value', choice($._star_expressions, $.yield))),
    _assigned: $ => repeat1(seq(field('target', choice($._star_expressions, $.yield)), '=')),
    augmented_assignment: $ => seq(
      field('target', $._star_expressions),
      field('operator', choice('+=', '-=', '*=', '/=', '//=', '%=', '@=', '**=', '<<=', '>>=', '&=', '|=', '^=')),
      field('value', choice($._star_expressions, $.yield)),
    ),
    annotated_assignment: $ => seq($._annotated, optional(seq('=', $._value))),
    _annotated: $ => seq(
      pub($), field('target', $._star_expressions), ':', field('type', $._expression)),
    let_statement: $ => seq($._declared, optional(seq('=', $._value))),
    _declared: $ => seq(
      pub($), field('keyword', word($, 'let')),
      field('target', $._star_expressions), optional(seq(':', field('type', $._expression)))),
    _value: $ => field('value', choice($._star_expressions, $.yield)),

    return_statement: $ => seq('return', optional(field('value', $._star_expressions))),

    // the same with a `match` as their last part: its block ends the line
    _match_assignment: $ => seq($._assigned, $._match_value),
    _match_annotated: $ => seq($._annotated, '=', $._match_value),
    _match_let: $ => seq($._declared, '=', $._match_value),
    _match_return: $ => seq('return', $._match_value),
    _match_value: $ => field('value', $.match_expression),

    delete_statement: $ => seq('del', field('target', $._star_expressions)),
    raise_statement: $ => seq('raise', optional(seq(
      field('exception', $._expression), optional(seq('from', field('cause', $._expression)))))),
    assert_statement: $ => seq('assert', field('test', $._expression),
      optional(seq(',', field('message', $._expression)))),
    pass_statement: $ => 'pass',
    break_statement: $ => 'break',
    continue_statement: $ => 'continue',
    global_statement: $ => seq('global', commaSep1($.identifier)),
    nonlocal_statement: $ => seq('nonlocal', commaSep1($.identifier)),

    import_statement: $ => seq('import', commaSep1($.import_item)),
    import_item: $ => seq(field('name', $.dotted_name), optional(seq('as', field('alias', $.identifier)))),
    import_from_statement: $ => seq(
      'from',
      choice(
        seq(field('dots', $.import_dots), optional(field('module', $.dotted_name))),
        field('module', $.dotted_name),
      ),
      'import',
      choice(
        field('star', '*'),
        commaSep1($.import_item),
        seq('(', commaList1($.import_item), ')'),
      ),
    ),
    import_dots: $ => repeat1(choice('.', '..', '...')),
    dotted_name: $ => seq($.identifier, repeat(seq('.', $.identifier))),

    use_statement: $ => seq(pub($), field('keyword', word($, 'use')), commaSep1($.use_item)),
    use_item: $ => seq(
      optional(seq(field('scheme', $.identifier), ':')),
      field('path', choice($.dotted_name, $.use_path, $.use_slashed)),
      optional(seq('as', field('alias', $.identifier))),
    ),
    use_path: $ => /\.\.?\/[^\s,;#]*/,
    use_slashed: $ => seq($.identifier, repeat1(seq('/', $.identifier))),

    type_statement: $ => seq(
      pub($), field('keyword', word($, 'type')), field('name', $.identifier),
      optional(field('type_parameters', $._type_parameters)), '=', field('value', $._expression),
    ),

    extern_statement: $ => seq(
      pub($), field('keyword', word($, 'extern')), field('abi', $.string),
      optional(seq('from', field('library', $.string))),
      word($, 'fn'), field('name', $.identifier), field('parameters', $.parameters),
      optional(seq('->', field('returns', $._expression))),
      optional(seq('from', field('library', $.string))),
    ),

    if_statement: $ => seq(
      'if', field('test', $._named_expression), ':', field('body', $.block),
      repeat(field('clause', $.elif_clause)),
      optional(seq('else', ':', field('orelse', $.block))),
    ),
    elif_clause: $ => seq('elif', field('test', $._named_expression), ':', field('body', $.block)),

    while_statement: $ => seq(
      'while', field('test', $._named_expression), ':', field('body', $.block),
      optional(seq('else', ':', field('orelse', $.block))),
    ),

    for_statement: $ => seq(
      optional(field('modifier', choice('async', word($, 'parallel')))),
      'for', field('target', $._targets), 'in', field('iter', $._star_expressions), ':',
      field('body', $.block),
      optional(seq('else', ':', field('orelse', $.block))),
    ),

    try_statement: $ => seq(
      'try', ':', field('body', $.block),
      choice(
        seq(
          repeat1(field('handler', $.except_clause)),
          optional(seq('else', ':', field('orelse', $.block))),
          optional(seq('finally', ':', field('finally', $.block))),
        ),
        seq('finally', ':', field('finally', $.block)),
      ),
    ),
    except_clause: $ => seq(
      'except', optional(field('star', '*')),
      optional(seq(field('type', $._expression), optional(seq('as', field('name', $.identifier))))),
      ':', field('body', $.block),
    ),

    with_statement: $ => seq(
      optional(field('modifier', 'async')),
      'with', commaSep1(field('item', choice($._expression, $.as_item))), ':', field('body', $.block),
    ),
    // `value as target`: a with item, or a pattern with a name
    as_item: $ => seq(field('value', $._expression), 'as', field('target', choice($._arithmetic))),

    match_statement: $ => $._match_block,
    match_expression: $ => $._match_block,
    _match_block: $ => seq(
      field('keyword', word($, 'match')), field('subject', $._subject), ':',
      $._newline, $._indent, repeat1(field('case', $.case_clause)), $._dedent,
    ),
    _subject: $ => choice(
      $._named_expression,
      alias($._subject_tuple, $.open_tuple),
    ),
    _subject_tuple: $ => choice(
      seq(choice($._named_expression, $.starred), ',', optional(commaList1(choice($._named_expression, $.starred)))),
    ),
    case_clause: $ => seq(
      'case', field('pattern', choice($._pattern, alias($._pattern_tuple, $.open_tuple))),
      optional(seq('if', field('guard', $._named_expression))),
      ':', field('body', $.block),
    ),
    _pattern: $ => choice($._arithmetic, alias($.pattern_as, $.as_item)),
    pattern_as: $ => seq(field('value', $._arithmetic), 'as', field('target', $.identifier)),
    _pattern_tuple: $ => seq(
      choice($._pattern, $.starred), ',', optional(commaList1(choice($._pattern, $.starred)))),

    // ---- definitions
    decorated_definition: $ => seq(
      repeat1($.decorator),
      field('definition', choice(
        $.function_definition, $.class_definition, $.struct_definition, $.enum_definition,
        seq($.extern_statement, $._newline))),
    ),
    decorator: $ => seq('@', $._named_expression, $._newline),

    function_definition: $ => seq(
      pub($), optional(field('modifier', 'async')), field('keyword', choice('def', word($, 'fn'))),
      field('name', $.identifier), optional(field('type_parameters', $._type_parameters)),
      optional(field('parameters', $.parameters)),
      optional(seq('->', field('returns', $._expression))),
      ':', field('body', $.block),
    ),
    class_definition: $ => seq(
      pub($), 'class',
      field('name', $.identifier), optional(field('type_parameters', $._type_parameters)),
      optional(field('arguments', $.argument_list)),
      ':', field('body', $.block),
    ),
    struct_definition: $ => seq(
      pub($), field('keyword', word($, 'struct')),
      field('name', $.identifier), optional(field('type_parameters', $._type_parameters)),
      ':', field('body', $.block),
    ),
    enum_definition: $ => seq(
      pub($), field('keyword', word($, 'enum')),
      field('name', $.identifier), optional(field('type_parameters', $._type_parameters)),
      ':', field('body', $.block),
    ),

    _type_parameters: $ => choice(
      $.type_parameters, alias($.angle_type_parameters, $.type_parameters)),
    type_parameters: $ => seq('[', commaList1($.type_parameter), ']'),
    angle_type_parameters: $ => seq($._generic_open, commaList1($.type_parameter), $._generic_close),
    type_parameter: $ => seq(
      optional(field('stars', choice('*', '**'))), field('name', $.identifier),
      optional(seq(':', field('bound', $._arithmetic)))),

    parameters: $ => seq('(', optional(commaList1($._parameter)), ')'),
    _parameter: $ => choice($.parameter, '/', '*'),
    // stars with a type: `*args: *Ts` is allowed by Python 3.11
    parameter: $ => seq(
      optional(field('stars', choice('*', '**'))), field('name', $.identifier),
      optional(seq(':', field('type', choice($._expression, $.starred)))),
      optional(seq('=', field('default', $._expression)))),

    lambda_parameters: $ => commaList1(choice(alias($.lambda_parameter, $.parameter), '/', '*')),
    lambda_parameter: $ => seq(
      optional(field('stars', choice('*', '**'))), field('name', $.identifier),
      optional(seq('=', field('default', $._expression)))),

    // ---- expressions, loosest first
    _star_expressions: $ => choice(
      $._expression, $.starred, $.open_tuple,
    ),
    open_tuple: $ => prec.right(choice(
      seq(choice($._expression, $.starred), ','),
      seq(choice($._expression, $.starred), repeat1(seq(',', choice($._expression, $.starred))), optional(',')),
    )),
    _targets: $ => choice($._arithmetic, $.starred, alias($._target_tuple, $.open_tuple)),
    _target_tuple: $ => choice(
      seq(choice($._arithmetic, $.starred), ','),
      seq(choice($._arithmetic, $.starred), repeat1(seq(',', choice($._arithmetic, $.starred))), optional(',')),
    ),
    starred: $ => seq('*', $._arithmetic),

    _named_expression: $ => choice($._expression, $.named_expression),
    named_expression: $ => seq(field('name', $.identifier), alias($._walrus, ':='), field('value', $._expression)),

    yield: $ => prec.right(choice(
      seq('yield', field('from', 'from'), field('value', $._expression)),
      seq('yield', optional(field('value', $._star_expressions))),
    )),

    _expression: $ => choice($.conditional, $.lambda, $._disjunction),
    conditional: $ => seq(
      field('body', $._disjunction), 'if', field('test', $._disjunction), 'else', field('orelse', $._expression)),
    lambda: $ => seq('lambda', optional(field('parameters', $.lambda_parameters)), ':',
      field('body', $._expression)),

    _disjunction: $ => choice($.boolean, $.not, $.comparison, $._arithmetic),
    boolean: $ => choice(
      prec.left(PREC.or, seq(
        field('left', $._disjunction), field('operator', 'or'), field('right', $._disjunction))),
      prec.left(PREC.and, seq(
        field('left', $._disjunction), field('operator', 'and'), field('right', $._disjunction))),
    ),
    not: $ => prec(PREC.not, seq('not', field('operand', $._disjunction))),
    comparison: $ => prec.left(PREC.compare, seq(
      $._arithmetic, repeat1(seq($._comparison_operator, $._arithmetic)))),
    _comparison_operator: $ => choice(
      '<', '>', '==', '>=', '<=', '!=', 'in', seq('not', 'in'),
      'is', seq('is', 'not')),

    _arithmetic: $ => choice($.binary, $.range, $.unary, $.await, $.spawn, $._primary),
    range: $ => prec.left(PREC.range, seq(field('start', $._arithmetic), '..', field('stop', $._arithmetic))),
    binary: $ => choice(...[
      [PREC.bit_or, '|'], [PREC.bit_xor, '^'], [PREC.bit_and, '&'], [PREC.shift, '<<'], [PREC.shift, '>>'],
      [PREC.sum, '+'], [PREC.sum, '-'], [PREC.product, '*'], [PREC.product, '/'], [PREC.product, '//'],
      [PREC.product, '%'], [PREC.product, '@'],
    ].map(([level, operator]) => prec.left(level, seq(
      field('left', $._arithmetic), field('operator', operator), field('right', $._arithmetic)))),
      prec.right(PREC.power, seq(
        field('left', $._arithmetic), field('operator', '**'), field('right', $._arithmetic)))),
    unary: $ => prec(PREC.unary, seq(field('operator', choice('-', '+', '~', '!')), field('operand', $._arithmetic))),
    await: $ => prec(PREC.await, seq('await', field('value', $._arithmetic))),
    spawn: $ => prec(PREC.await, seq(word($, 'spawn'), field('value', $._arithmetic))),

    _primary: $ => choice(
      $.identifier, $.integer, $.float, alias($._range_integer, $.integer), $.none, $.true, $.false, $.ellipsis,
      $.string, $.fstring, $.concatenation,
      $.parenthesized, $.tuple, $.list, $.set, $.dictionary,
      $.list_comprehension, $.set_comprehension, $.dictionary_comprehension, $.generator,
      $.attribute, $.subscript, $.call, $.propagate, $.generic, $.brace_pattern,
    ),

    attribute: $ => prec(PREC.postfix, seq(field('value', $._primary), '.', field('name', $.identifier))),
    call: $ => prec(PREC.postfix, seq(
      field('function', $._primary), field('arguments', choice($.argument_list, $.generator)))),
    subscript: $ => prec(PREC.postfix, seq(
      field('value', $._primary), '[', field('index', choice($._index, alias($._index_tuple, $.open_tuple))), ']')),
    _index: $ => choice($._named_expression, $.slice, $.starred),
    _index_tuple: $ => seq($._index, ',', optional(commaList1($._index))),
    slice: $ => seq(
      optional(field('lower', $._expression)), ':', optional(field('upper', $._expression)),
      optional(seq(':', optional(field('step', $._expression))))),
    propagate: $ => prec(PREC.postfix, seq(field('value', $._primary), '?')),
    generic: $ => prec(PREC.postfix, seq(
      field('value', $._primary), $._generic_open, commaList1($._arithmetic), $._generic_close)),
    brace_pattern: $ => prec(PREC.postfix, seq(
      field('class', $._primary), '{', optional(commaList1($.brace_field)), '}')),
    brace_field: $ => seq(field('name', $.identifier), optional(seq(':', field('pattern', $._pattern)))),

    argument_list: $ => seq('(', optional(commaList1($._argument)), ')'),
    _argument: $ => choice(
      $._named_expression, alias($.star_argument, $.starred), $.double_starred, $.keyword_argument, $.as_item),
    star_argument: $ => seq('*', $._expression),
    double_starred: $ => seq('**', $._expression),
    keyword_argument: $ => seq(
      field('name', $.identifier), '=', field('value', choice($._expression, $.as_item))),

    parenthesized: $ => seq('(', choice($._named_expression, $.yield, $.as_item, $.starred), ')'),
    _element: $ => choice($._named_expression, $.starred, $.as_item),
    tuple: $ => choice(
      seq('(', ')'),
      seq('(', $._element, ',', optional(commaList1($._element)), ')'),
    ),
    list: $ => seq('[', optional(commaList1($._element)), ']'),
    set: $ => seq('{', commaList1(choice($._named_expression, $.starred)), '}'),
    dictionary: $ => seq('{', optional(commaList1(choice($.pair, $.double_starred))), '}'),
    pair: $ => seq(field('key', $._expression), ':', field('value', choice($._expression, $.as_item))),

    list_comprehension: $ => seq('[', field('element', choice($._named_expression, $.starred)), $._clauses, ']'),
    set_comprehension: $ => seq('{', field('element', choice($._named_expression, $.starred)), $._clauses, '}'),
    dictionary_comprehension: $ => seq('{', field('element', $.pair), $._clauses, '}'),
    generator: $ => seq('(', field('element', choice($._named_expression, $.starred)), $._clauses, ')'),
    _clauses: $ => seq($.for_clause, repeat(choice($.for_clause, $.if_clause))),
    for_clause: $ => seq(
      optional(field('modifier', 'async')), 'for', field('target', $._targets), 'in',
      field('iter', choice($._disjunction))),
    if_clause: $ => seq('if', field('test', $._disjunction)),

    // ---- atoms
    concatenation: $ => prec.left(seq(choice($.string, $.fstring), repeat1(choice($.string, $.fstring)))),
    fstring: $ => seq(
      alias($._fstring_start, $.fstring_start), repeat(choice($.fstring_text, $.replacement)), $._fstring_end),
    replacement: $ => seq(
      '{', field('value', choice($._star_expressions, $.yield)), optional(field('debug', '=')),
      optional(field('conversion', $.conversion)),
      optional(seq(':', optional(field('format', $.format_spec)))), '}'),
    conversion: $ => seq('!', alias(token.immediate(/[A-Za-z_]\w*/), $.identifier)),
    format_spec: $ => repeat1(choice($.format_text, $.replacement)),

    none: $ => 'None',
    true: $ => 'True',
    false: $ => 'False',
    ellipsis: $ => '...',
    // any character beyond ASCII; frontend/syntax checks that it may stand in a name
    identifier: $ => /[^\x00-\x40\x5b-\x5e\x60\x7b-\x7f][^\x00-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]*/,
    integer: $ => token(choice(
      /[0-9](_?[0-9])*/, /0[xX](_?[0-9A-Fa-f])+/, /0[oO](_?[0-7])+/, /0[bB](_?[01])+/)),
    float: $ => token(choice(
      /([0-9](_?[0-9])*)?\.[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?[jJ]?/,
      /[0-9](_?[0-9])*\.([eE][+-]?[0-9](_?[0-9])*)?[jJ]?/,
      /[0-9](_?[0-9])*[eE][+-]?[0-9](_?[0-9])*[jJ]?/,
      /[0-9](_?[0-9])*[jJ]/)),
  },
});
