# What pages of groups, initiatives, leaders and coordinators share.
coordination-organization = Organization
coordination-role = Role
coordination-country = Host country
coordination-standing = Standing
coordination-actions = What you can do
coordination-number = Registry number
coordination-number-hint = For example, CR-0000017-5
coordination-no-such-number = No organization has this registry number. Check it against the certificate or the directory
coordination-not-registered = This organization is struck off or merged into another, so it cannot join
coordination-cancel = Cancel
coordination-public-page = See the public page
coordination-story = What happened
coordination-from-until = { $from } to { $until }
coordination-since = since { $from }
coordination-until = until { $until }
