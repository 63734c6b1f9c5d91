; Highlighting of Otter for editors that use tree-sitter. Later patterns win.

(identifier) @variable
(comment) @comment
[(string) (fstring_start) (fstring_text) (fstring)] @string
(format_text) @string.special
[(integer) (float)] @number
[(true) (false) (none) (ellipsis)] @constant.builtin
((identifier) @constant.builtin (#match? @constant.builtin "^(true|false|none)$"))
((identifier) @constant (#match? @constant "^[A-Z][A-Z0-9_]+$"))
((identifier) @variable.builtin (#match? @variable.builtin "^(self|cls)$"))

(attribute name: (identifier) @property)
(keyword_argument name: (identifier) @variable.parameter)
(parameter name: (identifier) @variable.parameter)
(brace_field name: (identifier) @property)

(call function: (identifier) @function.call)
(call function: (attribute name: (identifier) @function.method.call))
((call function: (identifier) @constructor) (#match? @constructor "^[A-Z]"))
(decorator "@" @punctuation.special)
(decorator [(identifier) (call)] @attribute)

(function_definition name: (identifier) @function)
(extern_statement name: (identifier) @function)
(class_definition name: (identifier) @type)
(struct_definition name: (identifier) @type)
(enum_definition name: (identifier) @type)
(type_statement name: (identifier) @type)
(type_parameter name: (identifier) @type)
(parameter type: (identifier) @type)
(parameter type: (generic (identifier) @type))
(annotated_assignment type: (identifier) @type)
(annotated_assignment type: (generic (identifier) @type))
(let_statement type: (identifier) @type)
(function_definition returns: (identifier) @type)
(function_definition returns: (generic (identifier) @type))

(import_item name: (dotted_name) @module)
(import_from_statement module: (dotted_name) @module)
(use_item path: [(dotted_name) (use_path)] @module)

["and" "in" "is" "not" "or"] @keyword.operator
["if" "elif" "else" "case"] @keyword.conditional
["for" "while"] @keyword.repeat
["try" "except" "finally" "raise"] @keyword.exception
["import" "from" "as"] @keyword.import
["return" "yield"] @keyword.return
["def" "class" "lambda"] @keyword.function
["async" "await"] @keyword.coroutine
["assert" "del" "global" "nonlocal" "with"] @keyword
["let" "struct" "enum" "type" "pub" "extern"] @keyword
"fn" @keyword.function
"use" @keyword.import
"match" @keyword.conditional
"parallel" @keyword.repeat
"spawn" @keyword.coroutine
[(break_statement) (continue_statement)] @keyword.repeat
(pass_statement) @keyword

["+" "-" "*" "**" "/" "//" "%" "@" "<<" ">>" "&" "|" "^" "~" "<" ">" "<=" ">=" "==" "!=" "!" "?" ".." "->" "="
 ":=" "+=" "-=" "*=" "/=" "//=" "%=" "@=" "**=" "<<=" ">>=" "&=" "|=" "^="] @operator
["," ":" ";" "."] @punctuation.delimiter
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
(replacement ["{" "}"] @punctuation.special)
