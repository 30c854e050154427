# A wrong replay, trigger point or path is reported with its location and ends with status 1;
# nothing is left behind.
. "$(dirname "$0")/support.sh"

refused() { [ "$STATUS" = 1 ] || fail "status $STATUS instead of 1"; said "$1"; }

# These are detected before a window opens, so they need no display.
unset DISPLAY WAYLAND_DISPLAY
play <<<'viw back'
refused "replay:1: no command is called 'viw'.*view"
play <<<'view'
refused "replay:1: 'view' was given 0 arguments"
STATUS=0
"$PROGRAM" --replay "$FOLDER/none.txt" 2>"$FOLDER/err" || STATUS=$?
refused 'none.txt cannot be read'
STATUS=0
"$PROGRAM" --point upper-trapezius-99 2>"$FOLDER/err" || STATUS=$?
refused "no point is called 'upper-trapezius-99'.*upper-trapezius-1"
STATUS=0
"$PROGRAM" 2>"$FOLDER/err" || STATUS=$?
refused 'no window can be opened.*DISPLAY.*knotmap render'

start_display
play <<<$'view back\nselect-point nobody-1'
refused "replay:2: no point is called 'nobody-1'"
play <<<"screenshot $FOLDER/no/such/folder/a.png"
refused 'no/such/folder'
[ ! -e "$FOLDER/no" ] || fail "a folder was left behind"
play <<<$'save-picture a.png 0x0'
refused "replay:1: '0x0' is not a size"
