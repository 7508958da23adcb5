"""Addresses below /staff/finance/."""

from django.urls import URLPattern, path, re_path

from volte.web.staff.finance import books, credits, differences, exports, notes, overview, transfers

urlpatterns: list[URLPattern] = [
    path("", overview.page, name="staff_finance"),
    path("postings.csv", exports.postings, name="staff_finance_postings"),
    path("refunds-by-day.csv", exports.sums, name="staff_finance_sums"),
    path("fec", exports.fec, name="staff_finance_fec"),
    path("closings", exports.closing, name="staff_finance_closing"),
    path("books/", books.page, name="staff_finance_books"),
    path("books/check", books.check, name="staff_finance_books_check"),
    path("differences/", differences.page, name="staff_differences"),
    path("differences/look", differences.look, name="staff_differences_look"),
    path("differences/<uuid:discrepancy_id>/<slug:what>", differences.act, name="staff_difference_act"),
    path("credits/", credits.page, name="staff_credits"),
    path("credits/<str:credit>/", credits.one, name="staff_credit"),
    path("credits/<str:credit>/block", credits.block, name="staff_credit_block"),
    path("credits/<str:credit>/opening", credits.unblock, name="staff_credit_unblock"),
    path("credit-notes/", notes.page, name="staff_credit_notes"),
    path("credit-notes/e-reporting.csv", notes.report, name="staff_credit_notes_report"),
    re_path(r"^credit-notes/(?P<note>[^/.]+)\.(?P<kind>pdf|xml)$", notes.file, name="staff_credit_note_file"),
    path("transfers/", transfers.page, name="staff_transfers"),
    path("transfers/batches", transfers.make, name="staff_transfers_make"),
    path("transfers/by-hand/<uuid:refund_id>", transfers.payout, name="staff_transfers_payout"),
    path("transfers/<uuid:batch_id>/", transfers.batch, name="staff_transfer_batch"),
    path("transfers/<uuid:batch_id>/file.xml", transfers.file, name="staff_transfer_file"),
    path("transfers/<uuid:batch_id>/execution", transfers.execution, name="staff_transfer_execution"),
    path("transfers/<uuid:batch_id>/cancellation", transfers.cancellation, name="staff_transfer_cancellation"),
    path("transfers/<uuid:batch_id>/rejections/<uuid:refund_id>", transfers.rejection, name="staff_transfer_rejection"),
]
