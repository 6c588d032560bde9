#!/bin/sh
# Run by dpkg (« remove », « purge », « upgrade » …) and rpm (0: the last version goes; 1: an older one) after files went.
set -e

profile=/etc/apparmor.d/visio-agents

has() { command -v "$1" >/dev/null 2>&1; }

case "$1" in
  remove | purge | disappear | abort-install | 0) ;;
  *) exit 0 ;;
esac

if [ -e "$profile" ]; then
  if has apparmor_parser && [ -d /sys/kernel/security/apparmor ] && ! { has ischroot && ischroot; }; then
    apparmor_parser --remove "$profile" >/dev/null 2>&1 || true
  fi
  rm -f "$profile"
fi

if has update-desktop-database && [ -d /usr/share/applications ]; then
  update-desktop-database -q /usr/share/applications || true
fi
if has gtk-update-icon-cache && [ -e /usr/share/icons/hicolor/icon-theme.cache ]; then
  gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
fi
exit 0
