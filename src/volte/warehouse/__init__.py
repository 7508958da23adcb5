"""What came back, what state it is in, and where it goes next.

Words: arrival (a parcel opened at a location), unit (one physical thing in it), findings (what a person saw), grade
(A to D), disposition (where the unit goes), stock event (a change of what can be sold). Must never know: returns,
refunds, customers. A unit's subject and line are plain UUIDs of whoever expected it; restocking never follows from
money, and money never from restocking.
"""
