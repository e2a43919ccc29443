{{/* The Secret with the password of the desk's user. */}}
{{- define "campus-desk.mysql-secret" -}}
{{- with .Values.mysql -}}
{{- if .existingSecret }}{{ .existingSecret }}
{{- else if .bundled.enabled }}{{ include "campus-desk.name" (dict "root" $ "part" "mysql") }}
{{- else }}{{ fail "mysql.existingSecret: name the Secret that holds the password of the MySQL user, or set mysql.bundled.enabled for a trial." }}
{{- end }}
{{- end }}
{{- end }}

{{/* The servers as JSON: HOST:PORT each. */}}
{{- define "campus-desk.mysql-hosts" -}}
{{- if .Values.mysql.bundled.enabled }}
{{- list (printf "%s:3306" (include "campus-desk.name" (dict "root" . "part" "mysql"))) | toJson }}
{{- else }}
{{- if not .Values.mysql.hosts }}{{ fail "mysql.hosts: name the MySQL server, or set mysql.bundled.enabled for a trial." }}{{ end }}
{{- $hosts := list }}
{{- range .Values.mysql.hosts }}{{ $hosts = append $hosts (ternary . (printf "%s:3306" .) (regexMatch ":[0-9]+$" .)) }}{{ end }}
{{- $hosts | toJson }}
{{- end }}
{{- end }}

{{/* What the ticket service needs to find the database. */}}
{{- define "campus-desk.mysql-env" -}}
- name: DATABASE_URL
  value: mysql://{{ .Values.mysql.user }}@{{ include "campus-desk.mysql-hosts" . | fromJsonArray | join "," }}/{{ .Values.mysql.database }}
- name: DATABASE_PASSWORD_FILE
  value: /run/secrets/mysql/password
{{- end }}

{{/* The password as a file: an environment can be read from outside, and does not change with the Secret. */}}
{{- define "campus-desk.mysql-volume" -}}
- name: mysql
  secret:
    secretName: {{ include "campus-desk.mysql-secret" . }}
    defaultMode: 0440
    items:
      - { key: {{ .Values.mysql.passwordKey }}, path: password }
{{- end }}

{{- define "campus-desk.mysql-mount" -}}
- { name: mysql, mountPath: /run/secrets/mysql, readOnly: true }
{{- end }}

{{/* The way to the database, as a list of egress rules. */}}
{{- define "campus-desk.mysql-egress" -}}
{{- if .Values.mysql.bundled.enabled -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "campus-desk.selector" (dict "root" . "part" "mysql") | nindent 10 }}
  ports:
    - { port: 3306, protocol: TCP }
{{- else -}}
- ports:
    {{- $ports := list }}
    {{- range include "campus-desk.mysql-hosts" . | fromJsonArray }}{{ $ports = append $ports (splitList ":" . | last) }}{{ end }}
    {{- range uniq $ports }}
    - { port: {{ . }}, protocol: TCP }
    {{- end }}
  {{- with .Values.mysql.cidrs }}
  to:
    {{- range . }}
    - ipBlock: { cidr: {{ . | quote }} }
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}
