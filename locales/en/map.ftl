# The map of the directory.
map-title = Map of organizations
map-of-hosts = Where they work
map-of-homelands = Where their people come from
map-beside = Countries are shaded by how many organizations they have. The list on this page has the same numbers.
map-boundaries = Boundaries as the Visionscarto world atlas draws them from Natural Earth, following the United Nations. They say nothing of what this registry holds of any territory. A country too small to be shaded is a point, if it has organizations. All are in the list.
