# The map of the directory.
map-title = Map of organizations
map-of-hosts = Where they work
map-of-homelands = Where their people come from
map-beside = Countries are shaded by how many organizations they have. The list on this page has the same numbers.
map-boundaries = Boundaries as the Visionscarto world atlas draws them from Natural Earth, following the United Nations. They say nothing of what this registry holds of any territory. A country too small to be shaded is a point, if it has organizations. All are in the list.
map-cities = Cities
map-cities-beside = A point is a city: the larger it is, the more organizations work there. Only those are counted whose city anybody may know.
map-point = { $place }: { $count }
map-cities-more = { $count ->
    [one] One more city has organizations. It is in the directory, among the cities of its country.
   *[other] { $count } more cities have organizations. They are in the directory, among the cities of their countries.
}
map-cities-credit = Where cities are: GeoNames (geonames.org), under the licence CC BY 4.0; names and places as of March 2020.
