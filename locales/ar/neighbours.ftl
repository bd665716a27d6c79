# خرائط من يعمل مع من.
neighbours-title = من يعمل مع من
neighbours-link = انظر من يعمل مع من
neighbours-at-desk = كما يعرفه المكتب. تُعَدّ القيادات ولا تُسمّى أبدًا.
neighbours-none = لا جيران بعد
neighbours-none-next = يظهرون ما إن يُنجَز شيء معًا.
neighbours-more = { $count ->
    [zero] ولا غيرها ({ $count })
    [one] وواحدة أخرى
    [two] واثنتان أخريان
    [few] و{ $count } أخرى
    [many] و{ $count } أخرى
   *[other] و{ $count } أخرى
}
neighbours-undrawn = { $count ->
    [zero] لا شيء في القائمة وحدها ({ $count }).
    [one] واحدة أخرى في القائمة وحدها.
    [two] اثنتان أخريان في القائمة وحدها.
    [few] { $count } أخرى في القائمة وحدها.
    [many] { $count } أخرى في القائمة وحدها.
   *[other] { $count } أخرى في القائمة وحدها.
}
neighbours-drawing = الأقرب مرسومًا
neighbours-drawing-text = { $count ->
    [zero] { $name } بلا جيران ({ $count }).
    [one] { $name } وخط إلى أقرب جار. القائمة أعلاه تقول ذلك بالكلمات.
    [two] { $name } وخطان إلى أقرب جارين. القائمة أعلاه تقول ذلك بالكلمات.
    [few] { $name } وخط إلى كل من أقرب { $count } جيران. القائمة أعلاه تقول ذلك بالكلمات.
    [many] { $name } وخط إلى كل من أقرب { $count } جارًا. القائمة أعلاه تقول ذلك بالكلمات.
   *[other] { $name } وخط إلى كل من أقرب { $count } جار. القائمة أعلاه تقول ذلك بالكلمات.
}
neighbours-initiatives = { $count ->
    [zero] لا مبادرات مشتركة ({ $count })
    [one] مبادرة مشتركة واحدة
    [two] مبادرتان مشتركتان
    [few] { $count } مبادرات مشتركة
    [many] { $count } مبادرة مشتركة
   *[other] { $count } مبادرة مشتركة
}
neighbours-groups = { $count ->
    [zero] لا مجموعات مشتركة ({ $count })
    [one] مجموعة مشتركة واحدة
    [two] مجموعتان مشتركتان
    [few] { $count } مجموعات مشتركة
    [many] { $count } مجموعة مشتركة
   *[other] { $count } مجموعة مشتركة
}
neighbours-leaders = { $count ->
    [zero] لا قيادات مشتركة ({ $count })
    [one] قيادي مشترك واحد
    [two] قياديان مشتركان
    [few] { $count } قياديين مشتركين
    [many] { $count } قياديًا مشتركًا
   *[other] { $count } قيادي مشترك
}
neighbours-organizations = { $count ->
    [zero] بلا منظمات ({ $count })
    [one] عبر منظمة واحدة
    [two] عبر منظمتين
    [few] عبر { $count } منظمات
    [many] عبر { $count } منظمة
   *[other] عبر { $count } منظمة
}
neighbours-line-member = في مجموعة
neighbours-line-linked = مرتبطتان
neighbours-line-leader = قيادات مشتركة
neighbours-line-shared = عبر منظمات
neighbours-line-carries = في مبادرة
sort-organization = المنظمات
sort-initiative = المبادرات
sort-group = المجموعات
sort-country = البلدان
