// What Windows keeps of microphones and cameras. No Windows was at hand: the form, and all values but the names of other
// programs, are those of `reg query … /s` on Windows 11 in a public project's tests (2026, of the capability
// graphicsCaptureWithoutBorder, whose keys microphone's are like), and of a forensic description of Windows 11 25H2 (build
// 26200): `Value` and `LastSetTime` of the computer in HKLM, programs in HKCU, times as REG_QWORD, a stop of 0 while in use.

const hklm = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore`;
const hkcu = String.raw`HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore`;

/** The three switches of a microphone, or `webcam`, and who has used it. */
export const consentStore = (
  { computer = 'Allow', apps = 'Allow', desktopApps = 'Allow' },
  capability = 'microphone',
): string => `
${hklm}\\${capability}
    Value    REG_SZ    ${computer}
    LastSetTime    REG_QWORD    0x1dd03f968b32b3c

${hkcu}\\${capability}
    Value    REG_SZ    ${apps}
    LastSetTime    REG_QWORD    0x1dd03f968b32b3c

${hkcu}\\${capability}\\Microsoft.ScreenSketch_8wekyb3d8bbwe
    Value    REG_SZ    Allow
    LastSetTime    REG_QWORD    0x1dd044f9554b67a
    LastUsedTimeStart    REG_QWORD    0x1dd267290343486
    LastUserAnnotatedLabel    REG_DWORD    0x2
    LastUsedTimeStop    REG_QWORD    0x1dd267290369e2a
    PersistedInDatabase    REG_DWORD    0x1

${hkcu}\\${capability}\\MSTeams_8wekyb3d8bbwe
    Value    REG_SZ    Prompt
    LastSetTime    REG_QWORD    0x1dd03d11dc11ea0

${hkcu}\\${capability}\\NonPackaged
    Value    REG_SZ    ${desktopApps}
    LastSetTime    REG_QWORD    0x1dd04a777643ce5

${hkcu}\\${capability}\\NonPackaged\\C:#Program Files#obs-studio#bin#64bit#obs64.exe
    LastUsedTimeStart    REG_QWORD    0x1dd2765f6df20ec
    LastUsedTimeStop    REG_QWORD    0x1dd267290369e2a
    PersistedInDatabase    REG_DWORD    0x1
`;

/** A desktop program that has it in use (Chrome's entry of that project, by other names), since 8 August 2026. */
export const usedBy = (path: string, capability = 'microphone'): string => `
${hkcu}\\${capability}\\NonPackaged\\${path.replaceAll('\\', '#')}
    LastUsedTimeStart    REG_QWORD    0x1dd2765f6df10ec
    LastUserAnnotatedLabel    REG_DWORD    0x2
    LastUsedTimeStop    REG_QWORD    0x0
    PersistedInDatabase    REG_DWORD    0x1
`;

/** The same of a packed one: new Teams and the Camera have these keys. */
export const usedByPackage = (family: string, capability = 'microphone'): string => `
${hkcu}\\${capability}\\${family}
    Value    REG_SZ    Allow
    LastUsedTimeStart    REG_QWORD    0x1dd2765f6df10ec
    LastUsedTimeStop    REG_QWORD    0x0
`;

/** A service's, which Windows 10 lists for the computer (an audio driver's, in the reports of a home automation program). */
export const usedByService = (path: string): string =>
  usedBy(path).replace('HKEY_CURRENT_USER', 'HKEY_LOCAL_MACHINE');

/** Microsoft's AppPrivacy.admx: « Force Deny » is 2. */
export const policyForcesNo = String.raw`
HKEY_LOCAL_MACHINE\Software\Policies\Microsoft\Windows\AppPrivacy
    LetAppsAccessMicrophone    REG_DWORD    0x2
    LetAppsAccessCamera    REG_DWORD    0x2
`;

/** When the machine of these records was started, and when it was not yet. */
export const booted = { before: Date.UTC(2026, 0, 1), since: Date.UTC(2026, 10, 1) };
