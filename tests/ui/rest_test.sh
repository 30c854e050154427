# At rest nothing is drawn and nothing computed.
. "$(dirname "$0")/support.sh"
open_window <<<'select-point gluteus-medius-1.right'
xdotool mousemove 1 1
sleep 4
ticks() { awk '{print $14 + $15}' "/proc/$WINDOW_PID/stat"; }
before=$(ticks)
sleep 3
used=$(($(ticks) - before))
[ "$used" -le 1 ] || fail "at rest the window used $used hundredths of a second of processor in 3 s"
close_window
