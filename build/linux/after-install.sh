#!/bin/sh
# Run by dpkg (« configure » …) and rpm (1, 2) after the files are in place, at an installation and at every upgrade.
set -e

app=/opt/Visio-Agents
sandbox="$app/chrome-sandbox"
profile=/etc/apparmor.d/visio-agents

case "$1" in
  abort-*) exit 0 ;;
esac

has() { command -v "$1" >/dev/null 2>&1; }

# An image that is being made is not the machine that will run: nothing of the kernel says anything about that one.
in_image() { { has ischroot && ischroot; } || [ ! -r /proc/sys/kernel/osrelease ]; }

says() { [ "$(cat "/proc/sys/$1" 2>/dev/null)" = "$2" ]; }

# Ubuntu ≥ 23.10. Older AppArmor cannot read the profile, and does not need it.
if has apparmor_parser && apparmor_parser --skip-kernel-load --skip-cache "$app/resources/apparmor-profile" >/dev/null 2>&1; then
  # An administrator who wants another profile writes /etc/apparmor.d/local/visio-agents.
  cp "$app/resources/apparmor-profile" "$profile"
  chmod 0644 "$profile"
  if ! in_image && [ -d /sys/kernel/security/apparmor ]; then
    apparmor_parser --replace --write-cache --skip-read-cache "$profile" || true
  fi
fi

profile_loaded() { grep -q '^visio-agents ' /sys/kernel/security/apparmor/profiles 2>/dev/null; }

# Whether any user may make the namespaces of which Chromium's sandbox is made.
has_namespaces() {
  ! in_image && [ -e /proc/self/ns/user ] &&
    ! says user/max_user_namespaces 0 &&
    ! says kernel/unprivileged_userns_clone 0 &&
    { ! says kernel/apparmor_restrict_unprivileged_userns 1 || profile_loaded; }
}

# The older sandbox's helper runs as root, so it may only where it is needed. An administrator's word counts more.
if ! { has dpkg-statoverride && dpkg-statoverride --list "$sandbox" >/dev/null 2>&1; }; then
  chown root:root "$sandbox"
  if has_namespaces; then chmod 0755 "$sandbox"; else chmod 4755 "$sandbox"; fi
fi

# Systems with triggers for these do it once more, which changes nothing. Icons need no cache, only no old one.
if has update-desktop-database; then update-desktop-database -q /usr/share/applications || true; fi
if has gtk-update-icon-cache && [ -e /usr/share/icons/hicolor/icon-theme.cache ]; then
  gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
fi
exit 0
