{{/* The name of a part of the release: RELEASE-PART. */}}
{{- define "campus-desk.name" -}}
{{- if gt (len .root.Release.Name) 40 }}{{ fail "Choose a release name of at most 40 characters: names of parts are made from it." }}{{ end -}}
{{ .root.Release.Name }}-{{ .part }}
{{- end }}

{{/* What finds the pods of a part. */}}
{{- define "campus-desk.selector" -}}
app.kubernetes.io/name: campus-desk
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end }}

{{- define "campus-desk.labels" -}}
{{ include "campus-desk.selector" . }}
app.kubernetes.io/part-of: campus-desk
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{/* Name, namespace and labels of an object that belongs to a part. */}}
{{- define "campus-desk.metadata" -}}
name: {{ include "campus-desk.name" . }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "campus-desk.labels" . | nindent 2 }}
{{- end }}

{{/* The image of a service. */}}
{{- define "campus-desk.image" -}}
{{- with .root.Values.image -}}
{{- with .registry }}{{ trimSuffix "/" . }}/{{ end }}campus-desk/{{ $.part }}:{{ .tag | default $.root.Chart.AppVersion }}
{{- end }}
{{- end }}
