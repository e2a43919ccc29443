{{/* Brings the tables up to the version of the image. */}}
{{- define "campus-desk.migrate-container" -}}
- name: migrate
  image: {{ include "campus-desk.image" (dict "root" . "part" "tickets") }}
  {{- include "campus-desk.container" . | nindent 2 }}
  args: [services/tickets/src/cli.ts, migrate, --wait, "600"]
  env:
    {{- include "campus-desk.mysql-env" . | nindent 4 }}
    - { name: CAMPUS_TIME_ZONE, value: {{ .Values.campusTimeZone | quote }} }
  resources:
    requests: { cpu: 50m, memory: 96Mi, ephemeral-storage: 16Mi }
    limits: { cpu: "1", memory: 256Mi, ephemeral-storage: 64Mi }
  volumeMounts:
    {{- include "campus-desk.mysql-mount" . | nindent 4 }}
{{- end }}

{{/* The same, after a dump of what is there. */}}
{{- define "campus-desk.migrate-pod" -}}
{{- include "campus-desk.pod" . }}
restartPolicy: Never
{{- if .Values.backup.enabled }}
initContainers:
  {{- include "campus-desk.dump" (dict "root" . "command" "backup") | nindent 2 }}
{{- end }}
containers:
  {{- include "campus-desk.migrate-container" . | nindent 2 }}
volumes:
  {{- include "campus-desk.mysql-volume" . | nindent 2 }}
  {{- if .Values.backup.enabled }}
  {{- include "campus-desk.dump-volumes" . | nindent 2 }}
  {{- end }}
{{- end }}
