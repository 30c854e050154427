# Shared by the tests of the window: a display of its own, the window on it, and simulated input and
# output. Nothing is timed: they wait for a line that the window prints, or until it is idle after
# an action. Time-outs are there to end a test that hangs, and are not reached on a busy machine.
# Source it with the program as first argument.
set -euo pipefail

PROGRAM=$1
FOLDER=$(mktemp -d)
# The user's settings on this machine are neither read nor changed.
export XDG_CONFIG_HOME=$FOLDER/config
DISPLAY_PID=
WINDOW_PID=
MOST_S=240 # limit for any one event

cleanup() {
  [ -z "$WINDOW_PID" ] || kill -TERM "$WINDOW_PID" 2>/dev/null || true
  [ -z "$WINDOW_PID" ] || kill -CONT "$WINDOW_PID" 2>/dev/null || true
  [ -z "$DISPLAY_PID" ] || kill "$DISPLAY_PID" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$FOLDER"
}
trap cleanup EXIT

for tool in Xvfb xdotool; do
  if ! command -v "$tool" >/dev/null; then
    echo "skipped: $tool is not installed"
    exit 77
  fi
done

fail() {
  echo "FAILED: $*"
  echo "--- the window printed:"
  cat "$FOLDER/out" "$FOLDER/err" 2>/dev/null || true
  exit 1
}

# until_so WHAT COMMAND...: waits until the command succeeds; WHAT is reported if it never does.
until_so() {
  local what=$1 end=$((SECONDS + MOST_S))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || fail "$what: not in $MOST_S s"
    [ -z "$WINDOW_PID" ] || kill -0 "$WINDOW_PID" 2>/dev/null || fail "$what: the window closed"
    sleep 0.05
  done
}

display_is_named() { read -r DISPLAY_NUMBER <"$FOLDER/display"; }

# start_display [WIDTHxHEIGHT]: an empty display whose number X chooses.
start_display() {
  : >"$FOLDER/display"
  # It persists when the last window closes: one that reopens must find it.
  Xvfb -noreset -displayfd 3 -screen 0 "${1:-1280x800}x24" -nolisten tcp 3>"$FOLDER/display" \
    >/dev/null 2>&1 &
  DISPLAY_PID=$!
  until_so "Xvfb starts" display_is_named
  export DISPLAY=":$DISPLAY_NUMBER"
  export LIBGL_ALWAYS_SOFTWARE=1
  unset WAYLAND_DISPLAY
}

# open_window: the window with the replay read from stdin; returns once it has printed "ready" and
# has the keyboard focus.
open_window() {
  start_display
  { cat; echo "trace on"; echo "trace-frames on"; echo "say ready"; } >"$FOLDER/replay"
  : >"$FOLDER/out"
  "$PROGRAM" --replay "$FOLDER/replay" >>"$FOLDER/out" 2>>"$FOLDER/err" &
  WINDOW_PID=$!
  expect '^ready$'
  until_so "the window is seen" window_is_seen
  xdotool windowfocus --sync "$WINDOW"
}

window_is_seen() {
  WINDOW=$(xdotool search --onlyvisible --name '^Knotmap$' | head -1)
  [ -n "$WINDOW" ]
}

# forget: earlier output does not count for later expectations.
FORGOTTEN=0
forget() { FORGOTTEN=$(wc -l <"$FOLDER/out"); }
since() { tail -n +$((${1:-$FORGOTTEN} + 1)) "$FOLDER/out"; }

# rests: whether no work is pending. While shaders are watched the window is never idle.
rests() { [ "$(tail -n 1 "$FOLDER/out")" = rest ]; }
settle() { until_so "the window rests" rests; }

# woke_and_rests LINES: whether it woke up after that many lines of its output, and is idle again.
woke_and_rests() { rests && grep -q '^wake$' <(since "$1"); }

# settle_after COMMAND...: runs it against the idle window, and waits until it has responded and is
# idle again.
settle_after() {
  settle
  local lines
  lines=$(wc -l <"$FOLDER/out")
  "$@"
  until_so "the window rests after: $*" woke_and_rests "$lines"
}

# at_once COMMAND...: runs it while the window's process is stopped: it sees all of it in one go.
at_once() {
  kill -STOP "$WINDOW_PID"
  "$@"
  kill -CONT "$WINDOW_PID"
}

printed() { grep -Eq -- "$1" <(since); }

# expect REGEX: waits until the window prints a matching line.
expect() { until_so "the window prints '$1'" printed "$1"; }

# expect_at_rest REGEX: the same, and the window is idle afterwards.
expect_at_rest() {
  expect "$1"
  settle
}

# stays_at_rest: whether the window, which printed that it waits without an end, does not wake up by
# itself. A busy machine can only make less happen in that time, except for an event that was still
# on its way: try again after one.
stays_at_rest() {
  settle
  forget
  sleep 2
  [ -z "$(since)" ]
}

# move X Y: the pointer, as the window sees it. If it is there already the window receives nothing.
move() {
  local X=-1 Y=-1 SCREEN WINDOW
  eval "$(xdotool getmouselocation --shell)"
  [ "$X $Y" = "$1 $2" ] || settle_after xdotool mousemove "$1" "$2"
}

click() {
  move "$1" "$2"
  xdotool click "${3:-1}"
}

drag() {
  move "$1" "$2"
  settle_after xdotool mousedown "${5:-1}"
  move $((($1 + $3) / 2)) $((($2 + $4) / 2))
  move "$3" "$4"
  settle_after xdotool mouseup "${5:-1}"
}

# place NAME: sets X and Y to where the window said that a trigger point is visible.
place() {
  read -r X Y < <(sed -n "s/^at $1 //p" "$FOLDER/out" | tail -1)
  [ -n "${X:-}" ] || fail "the window did not say where $1 is"
}

# close_window: with Ctrl+Q, as a user would; it must exit cleanly.
close_window() {
  xdotool key ctrl+q
  local status=0
  wait "$WINDOW_PID" || status=$?
  WINDOW_PID=
  [ "$status" = 0 ] || fail "the window ended with status $status"
}

# play: runs a replay from stdin to its end; sets STATUS.
play() {
  cat >"$FOLDER/replay"
  STATUS=0
  timeout $((2 * MOST_S)) "$PROGRAM" --replay "$FOLDER/replay" >"$FOLDER/out" 2>"$FOLDER/err" ||
    STATUS=$?
}

# said REGEX: stderr has a matching line.
told() { grep -Eq -- "$1" "$FOLDER/err"; }
said() { told "$1" || fail "no message like '$1'"; }
