#!/usr/bin/env bash
# Sets up, builds and opens Knotmap. Without a display it draws a picture instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. cmake/setup.sh

install_packages "${BUILD_PACKAGES[@]}"
build release -DKNOTMAP_TESTS=OFF
program=build/release/app/knotmap

if [ $# -gt 0 ]; then
    exec "$program" "$@"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program"
else
    echo "No display here (DISPLAY and WAYLAND_DISPLAY are not set), so no window can be opened."
    "$program" render --point upper-trapezius-1 -o knotmap.png
    echo "Drew upper-trapezius-1, its referral zone and its tool instead: $PWD/knotmap.png"
fi
