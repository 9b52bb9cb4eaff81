#!/usr/bin/env bash
# Open the application: packaging/run.sh [ARGUMENT...]
#
# Arguments go to the program as they are. Without any, and without a screen, the tour is written instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly python=.venv/bin/python
readonly tour_dir="${OUT:-out/}"

has_screen() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || $OSTYPE == darwin* ]]; }

if (($#)) || has_screen; then exec "$python" -m snhr_desktop "$@"; fi

echo "No screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): writing the tour to $tour_dir instead."
export QT_QPA_PLATFORM=offscreen
exec "$python" -m snhr_desktop tour "$tour_dir"
