{{/* A container that runs one of the scripts of files/ with MySQL's own client. */}}
{{- define "campus-desk.dump" -}}
- name: {{ .command }}
  image: {{ .root.Values.mysql.image }}
  {{- include "campus-desk.container" .root | nindent 2 }}
  command: [bash, /scripts/{{ .command }}.sh]
  env:
    - { name: MYSQL_HOSTS, value: {{ include "campus-desk.mysql-hosts" .root | fromJsonArray | join " " | quote }} }
    - { name: MYSQL_USER, value: {{ .root.Values.mysql.user | quote }} }
    - { name: MYSQL_DATABASE, value: {{ .root.Values.mysql.database | quote }} }
    - { name: KEEP, value: {{ .root.Values.backup.keep | quote }} }
    {{- range $name, $value := .env }}
    - { name: {{ $name }}, value: {{ $value | quote }} }
    {{- end }}
  resources:
    {{- toYaml .root.Values.backup.resources | nindent 4 }}
  volumeMounts:
    {{- include "campus-desk.mysql-mount" .root | nindent 4 }}
    - { name: scripts, mountPath: /scripts, readOnly: true }
    - { name: dumps, mountPath: /dumps }
    - { name: tmp, mountPath: /tmp }
{{- end }}

{{- define "campus-desk.dump-volumes" -}}
- name: scripts
  configMap:
    name: {{ include "campus-desk.name" (dict "root" . "part" "backup") }}
- name: dumps
  persistentVolumeClaim:
    claimName: {{ .Values.backup.existingClaim | default (include "campus-desk.name" (dict "root" . "part" "backup")) }}
- name: tmp
  emptyDir: { medium: Memory, sizeLimit: 1Mi }
{{- end }}
