# When idle nothing is drawn and the window sleeps until something happens, however long that takes.
. "$(dirname "$0")/support.sh"
open_window <<<'select-point gluteus-medius-1.right'
move 1 1
stays_at_rest || stays_at_rest || stays_at_rest ||
  fail "at rest it drew $(since | grep -c '^frame$') frames and woke up" \
    "$(since | grep -c '^wake$') times"
# It does wake up for an event, and draws a few frames for it.
forget
settle_after xdotool mousemove 4 4
frames=$(since | grep -c '^frame$' || true)
[ "$frames" -ge 1 ] && [ "$frames" -le 12 ] || fail "it drew $frames frames for one event"
close_window
