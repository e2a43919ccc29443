{{/* All services as JSON: each entry of `services` over `serviceDefaults`, with what it left out filled in. */}}
{{- define "campus-desk.services" -}}
{{- $services := dict }}
{{- range $name, $given := .Values.services }}
{{- $blank := dict "port" 50051 "protocol" "grpc" "calls" list "database" false "staffPaths" list "env" dict }}
{{- $service := mergeOverwrite $blank (deepCopy $.Values.serviceDefaults) (deepCopy ($given | default dict)) }}
{{- if has "*" $service.calls }}{{ $_ := set $service "calls" (without (keys $.Values.services | sortAlpha) $name) }}{{ end }}
{{- range $service.calls }}
{{- if not (hasKey $.Values.services .) }}{{ fail (printf "services.%s.calls: there is no service %q; it may call %s, or \"*\"." $name . (without (keys $.Values.services) $name | sortAlpha | join ", ")) }}{{ end }}
{{- end }}
{{- $_ := set $services $name $service }}
{{- end }}
{{- $services | toJson }}
{{- end }}

{{/* The name of the service that is the door to the desk. */}}
{{- define "campus-desk.door" -}}
{{- $doors := list }}
{{- range $name, $service := include "campus-desk.services" . | fromJson }}{{ if eq $service.protocol "http" }}{{ $doors = append $doors $name }}{{ end }}{{ end }}
{{- if ne (len $doors) 1 }}{{ fail "services: exactly one of them must have the protocol http; it is the door to the desk." }}{{ end }}
{{- first $doors }}
{{- end }}

{{/* The paths that only the helpdesk needs, as JSON. */}}
{{- define "campus-desk.staff-paths" -}}
{{- $paths := list }}
{{- range $service := include "campus-desk.services" . | fromJson }}{{ $paths = concat $paths $service.staffPaths }}{{ end }}
{{- $paths | sortAlpha | toJson }}
{{- end }}
