# What the tests of the window share: a display of its own, the window on it, and hands and eyes.
# Source it with the program as first argument.
set -euo pipefail

PROGRAM=$1
FOLDER=$(mktemp -d)
# What a person chose on this machine is neither read nor changed.
export XDG_CONFIG_HOME=$FOLDER/config
DISPLAY_PID=
WINDOW_PID=

cleanup() {
  [ -z "$WINDOW_PID" ] || kill "$WINDOW_PID" 2>/dev/null || true
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

# start_display [WIDTHxHEIGHT]: an empty display whose number X chooses.
start_display() {
  # Kept as it is when the last window closes: one that reopens must find it.
  Xvfb -noreset -displayfd 3 -screen 0 "${1:-1280x800}x24" -nolisten tcp 3>"$FOLDER/display" \
    >/dev/null 2>&1 &
  DISPLAY_PID=$!
  for _ in $(seq 100); do
    [ -s "$FOLDER/display" ] && break
    sleep 0.1
  done
  [ -s "$FOLDER/display" ] || fail "Xvfb did not start"
  export DISPLAY=":$(cat "$FOLDER/display")"
  export LIBGL_ALWAYS_SOFTWARE=1
  unset WAYLAND_DISPLAY
}

# open_window: the window with the replay read from stdin; returns once it has said "ready".
open_window() {
  start_display
  { cat; echo "trace on"; echo "say ready"; } >"$FOLDER/replay"
  "$PROGRAM" --replay "$FOLDER/replay" >>"$FOLDER/out" 2>>"$FOLDER/err" &
  WINDOW_PID=$!
  expect '^ready$' 60
  local window
  window=$(xdotool search --onlyvisible --name '^Knotmap$' | head -1)
  xdotool windowfocus "$window"
  sleep 0.2
}

# expect REGEX [SECONDS]: waits until the window prints a line like that.
expect() {
  local tries=$((${2:-15} * 10))
  for _ in $(seq "$tries"); do
    grep -Eq -- "$1" "$FOLDER/out" 2>/dev/null && return 0
    kill -0 "$WINDOW_PID" 2>/dev/null || fail "the window closed before it printed '$1'"
    sleep 0.1
  done
  fail "the window never printed '$1'"
}

# forget: what was printed so far does not count for later expectations.
forget() { : >"$FOLDER/out"; }

click() {
  xdotool mousemove "$1" "$2"
  sleep 0.15
  xdotool click "${3:-1}"
}

drag() {
  xdotool mousemove "$1" "$2" mousedown "${5:-1}"
  sleep 0.1
  xdotool mousemove $((($1 + $3) / 2)) $((($2 + $4) / 2))
  sleep 0.1
  xdotool mousemove "$3" "$4"
  sleep 0.1
  xdotool mouseup "${5:-1}"
}

# place NAME: sets X and Y to where the window said that a knot is seen.
place() {
  read -r X Y < <(sed -n "s/^at $1 //p" "$FOLDER/out" | tail -1)
  [ -n "${X:-}" ] || fail "the window did not say where $1 is"
}

# close_window: with Ctrl+Q, as a person would; it must end well.
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
  timeout 120 "$PROGRAM" --replay "$FOLDER/replay" >"$FOLDER/out" 2>"$FOLDER/err" || STATUS=$?
}

# said REGEX: stderr has such a line.
said() { grep -Eq -- "$1" "$FOLDER/err" || fail "no message like '$1'"; }
