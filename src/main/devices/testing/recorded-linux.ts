// What sound servers and kernels really said, shortened to the lines that matter. Unless it is said otherwise, recorded on
// Debian 12 with the server named; the devices are virtual, with the names that people's devices have.

/** PulseAudio 16.1: `LC_ALL=C pactl info`. */
export const pulseAudioInfo = `Server String: unix:/run/user/1000/pulse/native
Library Protocol Version: 35
Server Protocol Version: 35
Is Local: yes
Client Index: 3
Tile Size: 65472
Server Name: pulseaudio
Server Version: 16.1
Default Sample Specification: s16le 2ch 44100Hz
Default Channel Map: front-left,front-right
Default Sink: headset
Default Source: micro
Cookie: d682:434c
`;

/** PulseAudio 16.1: `LC_ALL=C pactl list sources`, after `pactl set-source-mute micro 1`. */
export const pulseAudioSources = `Source #0
	State: RUNNING
	Name: voice.monitor
	Description: Monitor of Voix
	Driver: module-null-sink.c
	Sample Specification: s16le 2ch 44100Hz
	Channel Map: front-left,front-right
	Owner Module: 1
	Mute: no
	Volume: front-left: 65536 / 100% / 0.00 dB,   front-right: 65536 / 100% / 0.00 dB
	        balance 0.00
	Base Volume: 65536 / 100% / 0.00 dB
	Monitor of Sink: voice
	Latency: 0 usec, configured 2000000 usec
	Flags: DECIBEL_VOLUME LATENCY 
	Properties:
		device.description = "Monitor of Voix"
		device.class = "monitor"
		device.icon_name = "audio-input-microphone"
	Formats:
		pcm

Source #2
	State: IDLE
	Name: micro
	Description: MicroUSB
	Driver: module-remap-source.c
	Sample Specification: s16le 2ch 44100Hz
	Channel Map: front-left,front-right
	Owner Module: 3
	Mute: yes
	Volume: front-left: 65536 / 100% / 0.00 dB,   front-right: 65536 / 100% / 0.00 dB
	        balance 0.00
	Base Volume: 65536 / 100% / 0.00 dB
	Monitor of Sink: n/a
	Latency: 0 usec, configured 2000000 usec
	Flags: DECIBEL_VOLUME LATENCY 
	Properties:
		device.master_device = "voice.monitor"
		device.class = "filter"
		device.description = "MicroUSB"
		device.icon_name = "audio-input-microphone"
	Formats:
		pcm
`;

/** PulseAudio 16.1: `LC_ALL=C pactl list source-outputs` while Chromium 130 reads a source, and one of the server's modules another. */
export const pulseAudioStream = (pid: number, source: number): string => `Source Output #0
	Driver: module-remap-source.c
	Owner Module: 3
	Client: n/a
	Source: 0
	Corked: no
	Mute: no
	Properties:
		media.name = "Remapped Stream"
		media.role = "filter"

Source Output #3
	Driver: protocol-native.c
	Owner Module: 0
	Client: 13
	Source: ${source}
	Sample Specification: s16le 2ch 44100Hz
	Corked: no
	Mute: no
	Properties:
		application.icon_name = "chromium-browser"
		media.name = "RecordStream"
		application.name = "Chromium input"
		application.process.id = "${pid}"
		application.process.binary = "electron"
`;

/** PulseAudio 16.1: `LC_ALL=C pactl list sinks`, after `pactl set-sink-volume headset 0`. */
export const pulseAudioSinks = `Sink #1
	State: IDLE
	Name: headset
	Description: Casque
	Driver: module-null-sink.c
	Mute: no
	Volume: front-left: 0 /   0% / -inf dB,   front-right: 0 /   0% / -inf dB
	        balance 0.00
	Base Volume: 65536 / 100% / 0.00 dB
	Monitor Source: headset.monitor

Sink #2
	State: IDLE
	Name: inter
	Description: Audio interne Stéréo analogique
	Driver: module-null-sink.c
	Mute: no
	Volume: front-left: 65536 / 100% / 0.00 dB,   front-right: 65536 / 100% / 0.00 dB
	        balance 0.00
	Base Volume: 65536 / 100% / 0.00 dB
	Monitor Source: inter.monitor
`;

/** PipeWire 0.3.65: `LC_ALL=C pactl list sources`, after `pactl set-source-mute micro 1`. */
export const pipewireSources = `Source #41
	State: SUSPENDED
	Name: voice.monitor
	Description: Monitor of Voix
	Driver: PipeWire
	Sample Specification: float32le 2ch 48000Hz
	Channel Map: front-left,front-right
	Owner Module: 536870913
	Mute: no
	Volume: front-left: 0 /   0% / -inf dB,   front-right: 0 /   0% / -inf dB
	        balance 0.00
	Base Volume: 65536 / 100% / 0.00 dB
	Monitor of Sink: voice
	Flags: DECIBEL_VOLUME LATENCY 
Source #44
	State: SUSPENDED
	Name: micro
	Description: Micro intégré
	Driver: PipeWire
	Sample Specification: float32le 2ch 48000Hz
	Channel Map: front-left,front-right
	Owner Module: 536870914
	Mute: yes
	Volume: front-left: 65536 / 100% / 0.00 dB,   front-right: 65536 / 100% / 0.00 dB
	        balance 0.00
	Base Volume: 65536 / 100% / 0.00 dB
	Monitor of Sink: n/a
	Latency: 0 usec, configured 0 usec
	Flags: DECIBEL_VOLUME LATENCY 
	Properties:
		node.name = "micro"
		device.description = "Micro intégré"
		media.class = "Audio/Source"
		device.class = "filter"
	Formats:
		pcm
`;

/** PipeWire 0.3.65 with WirePlumber 0.4.13 on a machine without any sound card: `LC_ALL=C pactl list sinks`. */
export const pipewireDummySink = `Sink #32
	State: SUSPENDED
	Name: auto_null
	Description: Dummy Output
	Driver: PipeWire
	Sample Specification: float32le 2ch 48000Hz
	Channel Map: front-left,front-right
	Owner Module: 4294967295
	Mute: no
	Volume: front-left: 65536 / 100% / 0.00 dB,   front-right: 65536 / 100% / 0.00 dB
	        balance 0.00
	Base Volume: 65536 / 100% / 0.00 dB
	Monitor Source: auto_null.monitor
`;

/** `pactl` 16.1 where no server listens: what it writes to its error output, with code 1. */
export const pactlRefused =
  'Connection failure: Connection refused\npa_context_connect() failed: Connection refused\n';

/** `/proc/asound/pcm` of a laptop (the form is the kernel's, sound/core/pcm.c): one analog device, two of HDMI. */
export const asoundPcm = `00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1
00-03: HDMI 0 : HDMI 0 : playback 1
00-07: HDMI 1 : HDMI 1 : playback 1
`;

/** `/proc/asound/card0/pcm0c/sub0/status` while a program records (the form is the kernel's, sound/core/pcm.c). */
export const asoundOwnedBy = (thread: number): string => `state: RUNNING
owner_pid   : ${thread}
trigger_time: 518.568181912
tstamp      : 573.719422139
delay       : 149
avail       : 88084
avail_max   : 88084
-----
hw_ptr      : 2432680
appl_ptr    : 2432796
`;

/**
 * `/run/udev/data/c81:0` and `c81:1` of a USB camera: the second node is its metadata (the values that a public project's
 * test found on a machine with « USB2.0 UVC PC Camera »).
 */
export const udevOfCapture = `E:ID_V4L_VERSION=2
E:ID_V4L_PRODUCT=USB2.0 UVC PC Camera: USB2.0 UV
E:ID_V4L_CAPABILITIES=:capture:
G:uaccess
`;
export const udevOfMetadata = udevOfCapture.replace(':capture:', ':');

/** `/.flatpak-info` as flatpak-metadata(5) describes it, of an app that may use sound, and of one that may use all devices. */
export const flatpakWithSound = `[Application]
name=fr.example.App
runtime=runtime/org.freedesktop.Platform/x86_64/24.08

[Context]
shared=network;ipc;
sockets=x11;wayland;pulseaudio;
devices=dri;
`;
export const flatpakWithDevices = flatpakWithSound.replace('devices=dri;', 'devices=all;');
