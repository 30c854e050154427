#!/usr/bin/env bash
# Collects the texts of the code: every literal that stands in tr, trf, trn, trc, trPrint or mark.
#   cmake/texts.sh          writes assets/lang/knotmap.pot
#   cmake/texts.sh check    fails, and says how they differ, where the file is not up to date
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
pot=assets/lang/knotmap.pot

collect() {
    find app engine \( -name '*.cpp' -o -name '*.h' \) -not -name 'tr.h' |
        LC_ALL=C sort |
        xgettext --files-from=- --language=C++ --from-code=UTF-8 --no-wrap --add-location=file \
            --keyword --keyword=tr --keyword=trf --keyword=trn:1,2 --keyword=trc:1c,2 \
            --keyword=trPrint:1 --keyword=trPrint:2 --keyword=mark --add-comments=TRANSLATORS: \
            --package-name=Knotmap --copyright-holder='The Knotmap authors' --output=- |
        sed -e '/^"POT-Creation-Date:/d' -e 's/charset=CHARSET/charset=UTF-8/' \
            -e 's/nplurals=INTEGER; plural=EXPRESSION;/nplurals=2; plural=(n != 1);/' \
            -e '/^# SOME DESCRIPTIVE TITLE\.$/,/^#$/d'
}

# The texts without the files they stand in, which may be renamed.
texts_of() { grep -v '^#:' | msgcat --sort-output --no-wrap -; }

if [ "${1:-}" = check ]; then
    diff <(texts_of <$pot) <(collect | texts_of) || {
        echo "$pot lacks the texts marked '>' and has '<' too many: run cmake/texts.sh" >&2
        exit 1
    }
else
    collect >$pot.new
    mv $pot.new $pot
fi
