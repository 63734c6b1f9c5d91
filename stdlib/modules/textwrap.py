"""Paragraphs of a given width, and indentation."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_SPACE = '\t\n\x0b\x0c\r '


def _is_letter(c):
    return c.isalpha()


def _hyphen_parts(word):
    """A word cut where it may be broken: after a hyphen between letters, around a dash."""
    parts, start, at = [], 0, 0
    while at < len(word):
        if word[at] != '-':
            at += 1
            continue
        end = at
        while end < len(word) and word[end] == '-':
            end += 1
        run = end - at
        if run >= 2 and at > start and (word[at - 1].isalnum() or word[at - 1] in '_!"\'&.,?') and end < len(word) and (word[end].isalnum() or word[end] == '_'):
            parts += [word[start:at], word[at:end]]
            start = end
        elif run == 1 and at - start >= 2 and _is_letter(word[at - 1]) and _is_letter(word[at - 2]) and end + 1 < len(word) and _is_letter(word[end]) and _is_letter(word[end + 1]):
            parts.append(word[start:end])
            start = end
        elif run == 1 and at - start == 1 and at >= 2 and word[at - 2] == '-' and _is_letter(word[at - 1]) and end + 1 < len(word) and _is_letter(word[end]):
            parts.append(word[start:end])
            start = end
        at = end
    return parts + [word[start:]] if start < len(word) else parts


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
                 break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.fix_sentence_endings = expand_tabs, replace_whitespace, fix_sentence_endings
        self.break_long_words, self.drop_whitespace, self.break_on_hyphens = break_long_words, drop_whitespace, break_on_hyphens
        self.tabsize, self.max_lines, self.placeholder = tabsize, max_lines, placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): ' ' for c in _SPACE})
        return text

    def _split(self, text):
        chunks, at = [], 0
        while at < len(text):
            end, space = at, text[at] in _SPACE
            while end < len(text) and (text[end] in _SPACE) == space:
                end += 1
            chunks += [text[at:end]] if space or not self.break_on_hyphens else _hyphen_parts(text[at:end])
            at = end
        return [chunk for chunk in chunks if chunk]

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            word = chunks[i].rstrip('"\'')
            if chunks[i + 1] == ' ' and len(word) >= 2 and word[-1] in '.!?' and word[-2].islower():
                chunks[i + 1] = '  '

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _break_word(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        chunk, end = chunks[-1], room
        if self.break_on_hyphens and len(chunk) > room:
            hyphen = chunk.rfind('-', 0, room)
            if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            line, length = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                line.pop()
            if not line:
                continue
            last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or last and length <= width:
                lines.append(indent + ''.join(line))
                continue
            self._end(lines, line, length, width, indent)
            break
        return lines

    def _end(self, lines, line, length, width, indent):
        """The last line that max_lines allows ends with the placeholder."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            length -= len(line[-1])
            line.pop()
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = ['' if not line.strip(' \t') else line for line in text.split('\n')]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    return '\n'.join(line[len(margin):] if margin else line for line in lines)


def indent(text, prefix, predicate=None):
    chosen = predicate or str.strip
    return ''.join(prefix + line if chosen(line) else line for line in text.splitlines(True))
