# Without a home the chosen body is not saved: reported once, and no folder is created in the
# current one.
. "$(dirname "$0")/support.sh"
start_display
unset HOME XDG_CONFIG_HOME
PROGRAM=$(realpath "$PROGRAM")
mkdir "$FOLDER/here"
cd "$FOLDER/here"
play <<'END'
body female
build heavy
quit
END
[ "$STATUS" = 0 ] || fail "the window ended with status $STATUS"
[ "$(grep -c 'settings are not kept' "$FOLDER/err")" = 1 ] || fail "it was not told once"
[ -z "$(ls -A "$FOLDER/here")" ] || fail "something was left in the folder"
